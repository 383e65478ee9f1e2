import type { CourseMode } from "#features/catalogue/types.ts";
import type { PurchaseStatus } from "#features/purchase/types.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";

/** A schedule of a provider's course, with how many come. */
export type OwnSchedule = {
  readonly code: string;
  readonly courseTitle: string;
  readonly mode: CourseMode;
  /** Null for what is followed at any time. */
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly place: string | null;
  readonly seats: number;
  readonly seatsTaken: number;
  readonly isCancelled: boolean;
};

/** Somebody who takes part, as far as a provider needs to know: the redeem code, and initials to tell two apart. */
export type Attendee = {
  readonly purchaseId: string;
  readonly redeemCode: string;
  readonly initials: string;
  readonly status: PurchaseStatus;
  readonly purchasedAt: Date;
  readonly redeemedAt: Date | null;
  /** 1 to 10, and 999 for the final test. */
  readonly attended: readonly number[];
};

/** Somebody of a class, as its attendance list names them. */
export type ClassMember = {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly redeemCode: string;
  /** 1 to 10, and 999 for the final test. */
  readonly attended: readonly number[];
};

/** A task that a participant handed in. */
export type OwnTask = {
  readonly id: string;
  readonly redeemCode: string;
  readonly courseTitle: string;
  readonly scope: "tpm" | "uk";
  readonly sequence: number;
  readonly urlFile: string;
  readonly notes: string | null;
  readonly submittedAt: Date;
  /** The latest feedback since; null while it waits. */
  readonly feedback: string | null;
};

/** What a command must know of a task before feedback is written. */
export type TaskFacts = {
  readonly id: string;
  readonly redeemCode: string;
  readonly purchaseId: string;
  readonly scope: "tpm" | "uk";
  readonly sequence: number;
  readonly isTaken: boolean;
  readonly hasLater: boolean;
  readonly hasFeedback: boolean;
};

/** A task that a participant handed in at the provider's, as the participant reads it. */
export type HandedTask = {
  readonly id: string;
  readonly scope: "tpm" | "uk";
  readonly sequence: number;
  readonly submittedAt: Date;
  /** Of its file, which the portal fetches from the provider's system. */
  readonly state: "checking" | "taken" | "failed";
  /** The trainer's words; null while there is no feedback, and for one without words. */
  readonly feedback: string | null;
  readonly feedbackAt: Date | null;
};
