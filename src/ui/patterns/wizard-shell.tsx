import type { ReactNode } from "react";
import { Icon } from "#ui/primitives/icon.tsx";

type WizardShellProps = {
  readonly step: number;
  readonly steps: number;
  /** "Langkah 2 dari 5", said by the page in the person's language. */
  readonly stepText: string;
  /** The page's only h1: the one thing asked here. */
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly back?: { readonly href: string; readonly label: string };
  readonly children: ReactNode;
};

/** One question to a page; what is done is kept. */
export function WizardShell({ step, steps, stepText, title, lead, back, children }: WizardShellProps) {
  return (
    <div className="grid max-w-text gap-6">
      {back ? (
        <a href={back.href} className="link inline-flex min-h-11 w-fit items-center gap-2 print:hidden">
          <Icon name="arrow-left" size={20} />
          {back.label}
        </a>
      ) : null}
      <div className="grid gap-3">
        <p className="text-sm font-semibold text-accent-strong" id="wizard-step">
          {stepText}
        </p>
        <progress max={steps} value={step} aria-labelledby="wizard-step" />
        <h1 className="mt-2">{title}</h1>
        {lead ? <p className="text-lg text-ink-soft">{lead}</p> : null}
      </div>
      {children}
    </div>
  );
}
