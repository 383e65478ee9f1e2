import type { ReactNode } from "react";

type ProgressProps = {
  /** Unique on the page. */
  readonly id: string;
  readonly label: ReactNode;
  readonly value: number;
  readonly max: number;
  /** The same in words: "3 dari 12 video". */
  readonly text: string;
};

export function Progress({ id, label, value, max, text }: ProgressProps) {
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap justify-between gap-x-4">
        <span id={id} className="font-semibold">
          {label}
        </span>
        <span className="text-ink-soft tabular-nums">{text}</span>
      </div>
      <progress value={value} max={max} aria-labelledby={id} aria-valuetext={text} />
    </div>
  );
}
