import { LinkButton } from "#ui/primitives/button.tsx";

type PageLink = { readonly href: string; readonly label: string };

type PaginationProps = {
  /** The name of the landmark: "Halaman daftar pelatihan". */
  readonly label: string;
  readonly previous?: PageLink;
  readonly next?: PageLink;
};

/** Lists are paged by key, so there is a way back and a way on, and no numbers. */
export function Pagination({ label, previous, next }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap justify-between gap-3 print:hidden">
      {previous ? (
        <LinkButton href={previous.href} rel="prev" variant="secondary" icon="arrow-left">
          {previous.label}
        </LinkButton>
      ) : (
        <span />
      )}
      {next ? (
        <LinkButton href={next.href} rel="next" variant="secondary" iconAfter="arrow-right">
          {next.label}
        </LinkButton>
      ) : null}
    </nav>
  );
}
