type Props = {
  readonly label: string;
  readonly code: string;
};

/** A piece of a program; long lines wrap, so that nothing scrolls sideways on a phone. */
export function CodeSample({ label, code }: Props) {
  return (
    <figure aria-label={label} className="petal-sm border border-line bg-sunken p-4">
      <pre className="font-mono text-base whitespace-pre-wrap wrap-anywhere">
        <code translate="no">{code}</code>
      </pre>
    </figure>
  );
}
