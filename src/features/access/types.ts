import type { Role } from "#authorization/actor.ts";
import type { CodeState } from "#features/account/types.ts";
import type { AccountId, Id } from "#kernel/identifiers.ts";

/** What people sign in with: an address in lower case, or a phone as +62. */
export type Identifier = { readonly kind: "email" | "phone"; readonly value: string };

/** What signing in needs to know. */
export type Credentials = {
  readonly id: AccountId;
  readonly passwordHash: string | null;
  readonly role: Exclude<Role, "visitor" | "system">;
  readonly sessionVersion: number;
  /** That address or phone was verified. */
  readonly isVerified: boolean;
  readonly lockedAt: Date | null;
  readonly hasSecondFactor: boolean;
};

/** Where somebody who has just signed in stands: inside, before the code, or of staff without a second step yet. */
export type Standing = "inside" | "needs-code" | "needs-set-up";

/** Where an account's holder is written to. */
export type Contacts = {
  readonly id: AccountId;
  readonly passwordHash: string | null;
  readonly lockedAt: Date | null;
  readonly email: string | null;
  readonly emailBouncedAt: Date | null;
  readonly phoneCipher: Uint8Array | null;
};

/** The outcome of signing in: what the session's cookie carries, and where to go. */
export type SignedIn = {
  readonly id: AccountId;
  readonly role: Credentials["role"];
  readonly sessionVersion: number;
  readonly sessionId: Id<"session">;
  readonly standing: Standing;
};

/** The session that a command of the second step comes from. */
export type Holder = {
  readonly sessionId: Id<"session">;
  readonly accountId: AccountId;
  readonly role: Credentials["role"];
  readonly standing: Standing;
};

/** How often somebody failed lately, and until when there is a pause. */
export type Failures = {
  readonly failures: number;
  readonly windowStartedAt: Date;
  readonly blockedUntil: Date | null;
  readonly pauses: number;
};

/** An authenticator app as the books know it; secrets are encrypted. */
export type SecondFactor = {
  readonly secretCipher: Uint8Array | null;
  readonly pendingCipher: Uint8Array | null;
  readonly lastStep: number | null;
  readonly recoveryBatch: string | null;
};

/** What stands behind a code that was typed: the half minute it belongs to, or the number of a recovery code. */
export type TypedCode = { readonly step: number } | { readonly recovery: number } | null;

/** A one-time link that sets a new password, as the books know it. */
export type ResetLink = {
  readonly id: string;
  readonly accountId: AccountId;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
};

/** One signed-in browser, for its owner. */
export type SessionLine = {
  readonly id: string;
  readonly browser: string | null;
  readonly system: string | null;
  readonly network: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly isThis: boolean;
};

export type PasskeyLine = {
  readonly id: string;
  readonly label: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
};

/** How an account's second step stands. */
export type FactorView = {
  readonly isOn: boolean;
  readonly recoveryLeft: number;
  /** Codes were made and nobody has said that they are kept. */
  readonly hasFreshCodes: boolean;
};

/** Another address or phone that an account's holder wants; theirs once its code came back. */
export type ContactChange = {
  readonly id: string;
  readonly contact: Identifier;
  readonly startedAt: Date;
};

/** The contact whose code is waited for, as the person sees it. */
export type PendingContact = {
  readonly contact: Identifier;
  /** The address that was probably meant. */
  readonly suggestion: string | null;
  /** Where the code to it is. */
  readonly code: CodeState | null;
};

/** A contact that was an account's until another took its place. */
export type FormerContact = {
  readonly contact: Identifier;
  readonly changedAt: Date;
  readonly locale: "id" | "en";
};

/** A contact that an account has now, and whether it was shown to be its holder's. */
export type PresentContact = { readonly value: string | null; readonly isProven: boolean };
