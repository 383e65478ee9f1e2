import type { Role } from "#authorization/actor.ts";
import type { AccountId, Id } from "#kernel/identifiers.ts";

export type EmailTokenId = Id<"email-token">;
export type EmailTokenPurpose = "verify_email" | "reset_password";

/** What signing in needs to know. */
export type Credentials = {
  readonly id: AccountId;
  readonly passwordHash: string | null;
  readonly role: Exclude<Role, "visitor" | "system">;
  readonly sessionVersion: number;
  readonly emailVerifiedAt: Date | null;
  readonly lockedAt: Date | null;
};

/** A link sent by e-mail, as the books know it. */
export type EmailToken = {
  readonly id: EmailTokenId;
  readonly accountId: AccountId;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
};

/** Whom a message goes to. */
export type Addressee = {
  /** None where the person has only a phone. */
  readonly email: string | null;
  readonly displayName: string;
  readonly locale: "id" | "en";
};
