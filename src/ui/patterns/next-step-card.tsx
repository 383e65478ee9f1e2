import type { ReactNode } from "react";
import { Icon } from "#ui/primitives/icon.tsx";

type NextStepCardProps = {
  /** "Yang perlu dilakukan sekarang". */
  readonly label: string;
  readonly what: ReactNode;
  readonly text?: ReactNode;
  /** A whole sentence with the deadline. */
  readonly until?: ReactNode;
  /** A whole sentence: what happens if nothing is done. */
  readonly otherwise?: ReactNode;
  /** The one primary action, and at most one quiet one beside it. */
  readonly action?: ReactNode;
  /** "wait" when the person has nothing to do, "done" at the end. */
  readonly mood?: "act" | "wait" | "done";
};

const edges = { act: "border-accent", wait: "border-info", done: "border-success" } as const;

export function NextStepCard({
  label,
  what,
  text,
  until,
  otherwise,
  action,
  mood = "act",
}: NextStepCardProps) {
  return (
    <section
      aria-labelledby="next-step"
      className={`petal grid gap-4 border border-t-8 bg-surface p-5 shadow-raised sm:p-7 ${edges[mood]}`}
    >
      <div className="grid gap-1.5">
        <p className="text-sm font-semibold text-accent-strong">{label}</p>
        <h2 id="next-step" className="text-2xl">
          {what}
        </h2>
      </div>
      {text ? <div>{text}</div> : null}
      {until || otherwise ? (
        <ul className="grid gap-2 border-t border-line pt-4">
          {until ? (
            <li className="flex items-start gap-3 font-semibold">
              <Icon name="clock" className="mt-0.5 text-accent-strong" />
              <div>{until}</div>
            </li>
          ) : null}
          {otherwise ? (
            <li className="flex items-start gap-3">
              <Icon name="info" className="mt-0.5 text-ink-soft" />
              <div>{otherwise}</div>
            </li>
          ) : null}
        </ul>
      ) : null}
      {action ? <div className="flex flex-wrap gap-3">{action}</div> : null}
    </section>
  );
}
