import type { ReactNode } from "react";
import { Icon, type IconName } from "#ui/primitives/icon.tsx";

type StatTileProps = {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
  readonly icon?: IconName;
};

/** One figure. Put several in a <dl>. */
export function StatTile({ label, value, note, icon }: StatTileProps) {
  return (
    <div className="petal grid content-start gap-1 border border-line bg-surface p-5">
      <dt className="flex items-start gap-2 text-sm text-ink-soft">
        {icon ? <Icon name={icon} size={20} className="mt-0.5 flex-none text-accent-strong" /> : null}
        {label}
      </dt>
      <dd className="text-2xl font-bold tracking-tight tabular-nums">{value}</dd>
      {note ? <dd className="text-sm text-ink-soft">{note}</dd> : null}
    </div>
  );
}
