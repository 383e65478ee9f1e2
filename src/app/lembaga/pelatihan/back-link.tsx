type BackLinkProps = { readonly href: string; readonly label: string };

/** The way back, above a page's title. */
export function BackLink({ href, label }: BackLinkProps) {
  return (
    <a href={href} className="link inline-flex min-h-11 items-center">
      {label}
    </a>
  );
}
