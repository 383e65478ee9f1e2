import type { ReactNode } from "react";

type PageHeaderProps = {
  /** The page's only h1. */
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** A short line above the title: the section, the wave. */
  readonly eyebrow?: ReactNode;
  /** At the right from 640 px, under the lead on phones: a tag, a button. */
  readonly aside?: ReactNode;
};

export function PageHeader({ title, lead, eyebrow, aside }: PageHeaderProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
      <div className="grid max-w-text gap-3">
        {eyebrow ? <p className="text-sm font-semibold text-accent-strong">{eyebrow}</p> : null}
        <h1>{title}</h1>
        {lead ? <p className="text-lg text-ink-soft">{lead}</p> : null}
      </div>
      {aside}
    </div>
  );
}
