import type { Id } from "#kernel/identifiers.ts";

export type NotificationId = Id<"notification">;

/** Everything that a participant is told, in the order of the journey. */
export const notificationKinds = [
  "contactChanged",
  "verificationFinished",
  "appealTurnedDown",
  "recipientDetermined",
  "entryNotSelected",
  "objectionAnswered",
  "balanceOpened",
  "deadlineNear",
  "coursePurchased",
  "purchaseCancelled",
  "trainingCompleted",
  "certificateIssued",
  "surveyOpened",
  "incentivePaid",
  "incentiveHeld",
  "payoutAccountChecked",
  "membershipCompleted",
  "membershipRevoked",
] as const;

export type NotificationKind = (typeof notificationKinds)[number];

/**
 * What the sentence of a kind is filled with. Moments are ISO texts under "until" and names that end in "At" or "By", money is a
 * whole number of rupiah under "amount", and "reason" is a refusal code.
 */
export type NotificationParameters = Readonly<Record<string, string | number>>;

/** What is to be told to whom. */
export type Message = {
  readonly kind: NotificationKind;
  readonly parameters: NotificationParameters;
  /** Where the person can act on it; null when there is nothing to do. */
  readonly href: string | null;
};

/** A message as the person reads it. */
export type ReadableNotification = {
  readonly id: NotificationId;
  readonly subject: string;
  readonly text: string;
  readonly href: string | null;
  /** The words on the link. */
  readonly action: string;
  readonly createdAt: Date;
  readonly isUnread: boolean;
};

/** A message whose e-mail is to be sent now. */
export type DueEmail = Message & {
  readonly id: NotificationId;
  readonly participantId: string;
  readonly attempts: number;
};

export function isNotificationKind(text: string): text is NotificationKind {
  return (notificationKinds as readonly string[]).includes(text);
}
