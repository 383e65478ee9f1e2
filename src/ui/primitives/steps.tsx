import type { ReactNode } from "react";
import { classNames } from "#ui/primitives/class-names.ts";
import { Icon } from "#ui/primitives/icon.tsx";

export type Step = {
  readonly label: string;
  readonly state: "done" | "current" | "todo";
  readonly note?: ReactNode;
  readonly href?: string;
};

type StepsProps = {
  readonly items: readonly Step[];
  /** The state in a word, for readers who do not see the marks. */
  readonly stateTexts: Readonly<Record<Step["state"], string>>;
};

const marks = {
  done: "border-brand bg-brand text-on-brand",
  current: "border-accent bg-accent text-on-accent",
  todo: "border-line-strong bg-surface text-ink-soft",
} as const;

/** The journey from the first to the last stage. */
export function Steps({ items, stateTexts }: StepsProps) {
  return (
    <ol>
      {items.map((item, index) => (
        <li
          key={item.label}
          aria-current={item.state === "current" ? "step" : undefined}
          className="group relative flex gap-4 pb-5 last:pb-0"
        >
          <span
            aria-hidden="true"
            className={classNames(
              "absolute start-[1.0625rem] top-9 bottom-0 w-0.5 group-last:hidden",
              item.state === "done" ? "bg-brand" : "bg-line",
            )}
          />
          <span
            aria-hidden="true"
            className={classNames(
              "petal-sm grid size-9 flex-none place-items-center border-2 font-bold",
              marks[item.state],
            )}
          >
            {item.state === "done" ? <Icon name="check" size={20} /> : index + 1}
          </span>
          <div className="grid content-start gap-0.5 pt-1">
            <p
              className={
                item.state === "current" ? "font-bold" : item.state === "todo" ? "text-ink-soft" : ""
              }
            >
              {item.href ? (
                <a href={item.href} className="link">
                  {item.label}
                </a>
              ) : (
                item.label
              )}
              <span className="sr-only"> ({stateTexts[item.state]})</span>
            </p>
            {item.note ? <div className="text-sm text-ink-soft">{item.note}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
