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
export type NearDeadline = Deadline & {
  readonly participantId: ParticipantId;
  /** "first-purchase", or the id of the purchase that is to be finished. */
  readonly subject: string;
};

/** A scheme's term for the first training. */
export type PurchaseTerm = { readonly schemeCode: string; readonly days: number };
