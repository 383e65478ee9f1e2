import type { CallRecord } from "#features/partner-api/types/call.ts";
/** A partner's client as its people see it; keys only while they are shown. */
export type PartnerKey = {
  /** "client_code" of the header. */
  readonly code: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  /** Until when the key before still signs; null when there is none. */
  readonly formerKeyUntil: Date | null;
  readonly redirectUris: readonly string[];
  readonly webhookUrl: string | null;
  /** A new key that was not said to be kept yet; null otherwise. */
  readonly signKey: string | null;
  readonly webhookKey: string | null;
};

/** A client as the commands know it. */
export type KeyState = {
  readonly code: string;
  readonly isRevoked: boolean;
  readonly signKeyShownUntil: Date | null;
  readonly webhookUrl: string | null;
  readonly hasWebhookKey: boolean;
};

/** One call of a partner's system, and how it was answered. */
export type LoggedCall = CallRecord & { readonly id: string; readonly at: Date };
