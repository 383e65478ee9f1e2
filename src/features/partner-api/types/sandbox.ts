import type { TaskStatus } from "./redeemable.ts";

/** What a training code of the sandbox went through since it was set back. */
export type SandboxState = {
  readonly redeemedAt: string | null;
  readonly present: readonly number[];
  readonly tasks: Readonly<Record<string, Exclude<TaskStatus, 0>>>;
};
