import type { ReactNode } from "react";

type PrintPageProps = {
  /** Who gives the paper: the name of the portal. */
  readonly issuer: string;
  /** "Simulasi - bukan dokumen resmi", on the paper as well. */
  readonly simulation: string;
  readonly title: ReactNode;
  /** Where and when it was printed, where it can be checked. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
};

/** A sheet that a person keeps: a receipt, a proof, a certificate's copy. */
export function PrintPage({ issuer, simulation, title, footer, children }: PrintPageProps) {
  return (
    <article className="petal grid gap-6 border border-line bg-surface p-6 sm:p-10 print:border-0 print:p-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b-2 border-brand pb-4">
        <p className="font-bold tracking-tight text-brand">{issuer}</p>
        <p className="text-sm font-semibold">{simulation}</p>
      </div>
      <h1>{title}</h1>
      {children}
      {footer ? <div className="border-t border-line pt-4 text-sm text-ink-soft">{footer}</div> : null}
    </article>
  );
}
