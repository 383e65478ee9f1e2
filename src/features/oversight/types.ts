/** How far an administrator moves the programme's time. */
export type ClockStep = "day" | "month" | "deadline";

/** The simulation clock: seconds that the programme runs ahead, and the programme's moment that comes of it. */
export type SimulationTime = { readonly aheadSeconds: number; readonly now: Date };

export type DeadlineKind = "purchase" | "payment" | "survey" | "wave-opens" | "wave-closes";
/** A moment at which something happens by itself. */
export type Deadline = { readonly kind: DeadlineKind; readonly at: Date };

export type AuditRow = {
  readonly id: string;
  readonly at: Date;
  readonly actor: string | null;
  readonly actorRole: string;
  readonly action: string;
  readonly subject: string | null;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
};

/** How many are at a stage. `about` when the table is too large to be counted on the way to a page. */
export type StageCount = { readonly stage: CountedStage; readonly count: number; readonly about: boolean };

export type CountedStage =
  | "accounts"
  | "registrations"
  | "verifications"
  | "tests"
  | "entries"
  | "determinations"
  | "purchases"
  | "completions"
  | "reviews"
  | "certificates"
  | "payments"
  | "surveys";

/** What waits for an operator. */
export type OpenTask =
  | { readonly kind: "wave-to-draw"; readonly waveId: string; readonly number: number }
  | { readonly kind: "wave-to-publish"; readonly waveId: string; readonly number: number }
  | { readonly kind: "no-wave-planned" }
  | { readonly kind: "verifications-stuck"; readonly count: number }
  | { readonly kind: "payments-held"; readonly count: number };
