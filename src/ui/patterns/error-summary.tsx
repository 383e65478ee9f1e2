"use client";

import { useEffect, useRef } from "react";
import { Icon } from "#ui/primitives/icon.tsx";

type ErrorSummaryProps = {
  readonly title: string;
  readonly message?: string | null;
  /** Field name -> sentence; each becomes a link to the field. */
  readonly fieldErrors?: Readonly<Record<string, string>>;
  /** Field name -> its label: said before the sentence, so that two missing answers are told apart. */
  readonly fieldNames?: Readonly<Record<string, string>>;
  readonly reference?: string | null;
  /** The word before the reference number. */
  readonly referenceLabel?: string;
};

/** Takes the focus by attribute after a plain page load, and by effect where React is running. */
export function ErrorSummary({
  title,
  message,
  fieldErrors = {},
  fieldNames = {},
  reference,
  referenceLabel,
}: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer, even with the same words, is a new focus.
  useEffect(() => box.current?.focus(), [fieldErrors, message]);
  const errors = Object.entries(fieldErrors);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: the summary must be the first thing a person meets after a refused form.
      autoFocus
      className="petal grid gap-3 border-2 border-danger bg-danger-soft p-5"
    >
      <h2 className="flex items-start gap-2.5">
        <Icon name="warning" size={26} className="mt-0.5 text-danger" />
        {title}
      </h2>
      {message ? <p>{message}</p> : null}
      {errors.length > 0 ? (
        <ul className="grid">
          {errors.map(([name, sentence]) => (
            <li key={name}>
              <a
                href={`#${name}`}
                className="block py-2.5 font-semibold text-danger underline underline-offset-4"
              >
                {named(fieldNames[name], sentence)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {reference ? (
        <p>
          {referenceLabel ? `${referenceLabel}: ` : null}
          <code className="font-mono font-semibold">{reference}</code>
        </p>
      ) : null}
    </div>
  );
}

/** "NIK: Isi bagian ini." A question needs no colon. */
function named(label: string | undefined, sentence: string): string {
  if (!label) return sentence;
  return `${label}${label.endsWith("?") ? "" : ":"} ${sentence}`;
}
