import type { ReactNode } from "react";
import { Icon } from "#ui/primitives/icon.tsx";

type DisclosureProps = {
  readonly summary: ReactNode;
  readonly open?: boolean;
  /** Disclosures of one name close each other. */
  readonly name?: string;
  readonly children: ReactNode;
};

/** More for those who want it. */
export function Disclosure({ summary, open, name, children }: DisclosureProps) {
  return (
    <details open={open} name={name} className="group petal-sm border border-line bg-surface">
      <summary className="flex min-h-12 items-center justify-between gap-4 px-4 py-2.5 font-semibold text-brand">
        <span>{summary}</span>
        <Icon name="arrow-right" size={20} className="rotate-90 group-open:-rotate-90" />
      </summary>
      <div className="grid gap-3 border-t border-line px-4 py-4">{children}</div>
    </details>
  );
}
