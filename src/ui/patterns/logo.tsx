type LogoProps = { readonly name: string; readonly tagline?: string; readonly href: string };

/** Four petals around a clearing, one of them lit: the mark of this portal. */
export function Logo({ name, tagline, href }: LogoProps) {
  return (
    <a href={href} className="flex min-h-11 min-w-0 items-center gap-2 text-on-band sm:gap-3">
      <svg
        viewBox="6 6 20 20"
        width="36"
        height="36"
        aria-hidden="true"
        className="flex-none"
        fill="currentColor"
      >
        <path d="M15 15C8 15 6 10 6 6c4 0 9 2 9 9ZM17 17c7 0 9 5 9 9-4 0-9-2-9-9ZM15 17c0 7-5 9-9 9 0-4 2-9 9-9Z" />
        <path d="M17 15c0-7 5-9 9-9 0 4-2 9-9 9Z" className="fill-accent" />
      </svg>
      <span className="grid leading-tight">
        <span className="text-base font-bold tracking-tight sm:text-lg">{name}</span>
        {tagline ? <span className="text-sm max-sm:sr-only">{tagline}</span> : null}
      </span>
    </a>
  );
}
