import type { ParticipantId } from "#kernel/identifiers.ts";

export type MembershipStatus = "active" | "completed" | "revoked";

/** Why a membership was revoked; each has a sentence. */
export type RevocationReason = "membership-first-training-not-bought" | "membership-training-not-finished";

/** What a member has to do in time. */
export type DeadlineKind = "first-purchase" | "finish-training";
export type Deadline = { readonly what: DeadlineKind; readonly until: Date };

/** What decides whether a member is in time. */
export type MemberFacts = {
  readonly participantId: ParticipantId;
  readonly status: MembershipStatus;
  readonly determinedAt: Date;
  /** The scheme's term; the day of determination is day 1. */
  readonly daysToFirstPurchase: number;
  /** When a provider called off what the person had bought, the last time: the term of the first training begins anew. */
  readonly calledOffAt: Date | null;
  /** Whether a training was ever bought and not cancelled. */
  readonly hasBought: boolean;
  /** The training under way, bought or redeemed and not yet reviewed; at most one. */
  readonly training: TrainingUnderWay | null;
};

export type TrainingUnderWay = { readonly finishBy: Date; readonly isCompleted: boolean };

/** A membership as its holder sees it. */
export type Membership = {
  readonly status: MembershipStatus;
  readonly since: Date;
  readonly endedAt: Date | null;
  readonly reason: RevocationReason | null;
  /** The next thing that must be done in time; null when nothing must. */
  readonly deadline: Deadline | null;
};

/** A deadline that comes near, for one person. */
export type NearDeadline = {
  readonly participantId: ParticipantId;
  /** Those that a membership is lost by, and those by which only money or a training is. */
  readonly what: DeadlineKind | "next-purchase" | "redeem";
  readonly until: Date;
  /** "first-purchase"; the id of the purchase to finish; "redeem:" or "next:" and the purchase that it follows. */
  readonly subject: string;
};

/** A scheme's terms for buying: the first training, and each next one after the review before; null: none. */
export type PurchaseTerm = {
  readonly schemeCode: string;
  readonly days: number;
  readonly daysToNext: number | null;
};
