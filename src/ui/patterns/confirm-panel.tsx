import type { ReactNode } from "react";
import { Icon } from "#ui/primitives/icon.tsx";

type ConfirmPanelProps = {
  readonly title: ReactNode;
  readonly level?: 1 | 2;
  readonly text?: ReactNode;
  /** A number to keep: the redeem code, the number of the complaint. */
  readonly reference?: { readonly label: string; readonly value: string };
  readonly action?: ReactNode;
};

/** It is done: said once, large, with what to keep and the way on. */
export function ConfirmPanel({ title, level = 1, text, reference, action }: ConfirmPanelProps) {
  const Heading = `h${level}` as const;
  return (
    <section className="petal grid justify-items-center gap-4 border-2 border-success bg-success-soft px-5 py-8 text-center">
      <span className="petal-sm grid size-14 place-items-center bg-success text-success-soft">
        <Icon name="check" size={32} />
      </span>
      <Heading>{title}</Heading>
      {text ? <div className="max-w-text">{text}</div> : null}
      {reference ? (
        <p className="grid gap-1">
          <span className="text-ink-soft">{reference.label}</span>
          <strong className="font-mono text-2xl tracking-wide select-all">{reference.value}</strong>
        </p>
      ) : null}
      {action ? <div className="flex flex-wrap justify-center gap-3">{action}</div> : null}
    </section>
  );
}
