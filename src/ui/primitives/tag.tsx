import type { ReactNode } from "react";
import { classNames } from "#ui/primitives/class-names.ts";

const tones = {
  neutral: "border-line-strong bg-sunken text-ink",
  info: "border-info bg-info-soft text-info",
  success: "border-success bg-success-soft text-success",
  warning: "border-warning bg-warning-soft text-warning",
  danger: "border-danger bg-danger-soft text-danger",
} as const;

export type Tone = keyof typeof tones;

/** A state in one or two words. The words carry the meaning; the colour only helps. */
export function Tag({ tone = "neutral", children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span
      className={classNames(
        "petal-sm inline-block border px-2.5 py-0.5 font-semibold whitespace-nowrap",
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
