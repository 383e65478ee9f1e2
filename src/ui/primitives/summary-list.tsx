import type { ReactNode } from "react";

export type SummaryRow = {
  readonly label: string;
  readonly value: ReactNode;
  /** The link text says what it changes to a reader: visible "Ubah", hidden the label. */
  readonly change?: { readonly href: string; readonly label: string };
};

/** What is known, one row each; for checking answers and for details. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className="summary-list grid">
      {rows.map((row) => (
        <div
          key={row.label}
          className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 sm:grid-cols-[14rem_1fr_auto]"
        >
          <dt className="text-ink-soft max-sm:text-sm">{row.label}</dt>
          <dd className="col-start-1 min-w-0 font-semibold sm:col-start-2">{row.value}</dd>
          {row.change ? (
            <dd className="col-start-2 row-span-2 row-start-1 sm:col-start-3 print:hidden">
              <a href={row.change.href} className="link inline-flex min-h-11 items-center">
                {row.change.label}
                <span className="sr-only"> {row.label}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
