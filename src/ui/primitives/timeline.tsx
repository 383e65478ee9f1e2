import type { ReactNode } from "react";
import { classNames } from "#ui/primitives/class-names.ts";
import type { Tone } from "#ui/primitives/tag.tsx";

export type TimelineItem = {
  readonly id: string;
  readonly title: ReactNode;
  /** The moment in words, and for machines. */
  readonly when: string;
  readonly dateTime?: string;
  readonly text?: ReactNode;
  readonly tone?: Tone;
};

const dots = {
  neutral: "bg-line-strong",
  info: "bg-info",
  success: "bg-success",
  warning: "bg-warning",
  danger: "bg-danger",
} as const;

/** What happened, in the order given. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol className="border-s-2 border-line ps-6">
      {items.map((item) => (
        <li key={item.id} className="relative grid gap-0.5 pb-6 last:pb-0">
          <span
            aria-hidden="true"
            className={classNames(
              "petal-sm absolute -start-[2rem] top-1.5 size-3.5",
              dots[item.tone ?? "neutral"],
            )}
          />
          <time dateTime={item.dateTime} className="text-sm text-ink-soft">
            {item.when}
          </time>
          <p className="font-semibold">{item.title}</p>
          {item.text ? <div className="min-w-0 wrap-anywhere">{item.text}</div> : null}
        </li>
      ))}
    </ol>
  );
}
