import type { Id } from "#kernel/identifiers.ts";

export type SignUpId = Id<"sign-up">;

/** How somebody is reached, and signs in: an address in lower case, or "+628...". */
export type Contact = { readonly kind: "email" | "phone"; readonly value: string };

/** Somebody who is opening an account, as the commands know it. */
export type SignUp = {
  readonly id: SignUpId;
  readonly displayName: string;
  readonly locale: string;
  readonly contact: Contact;
  /** Null when it became an account. */
  readonly passwordHash: string | null;
};

/** The letter whose link was opened. */
export type OpenedLetter = {
  readonly signUpId: SignUpId;
  readonly address: string;
  readonly sentAt: Date;
};

/** Where the code of a sign-up is. */
export type CodeState = {
  readonly delivery: "queued" | "sent" | "delivered" | "failed";
  readonly deliveryReason: string | null;
  readonly sentAt: Date;
  readonly isExpired: boolean;
};

/** A sign-up as the person who started it sees it. */
export type PendingSignUp = {
  readonly id: SignUpId;
  readonly contact: Contact;
  readonly isCompleted: boolean;
  /** The address that was probably meant; while it is asked, nothing has been sent. */
  readonly suggestion: string | null;
  /** Of the code to this contact; null before it was sent. */
  readonly code: CodeState | null;
};

/** Whom a message goes to. */
export type Addressee = {
  /** None where the person has only a phone. */
  readonly email: string | null;
  /** When letters to that address come back. */
  readonly isEmailBroken: boolean;
  /** One that was shown to be theirs. */
  readonly phone: string | null;
  readonly displayName: string;
  readonly locale: "id" | "en";
};

/** Who reads a code: somebody who signs up, or the holder of an account who is warned of it, or simply the holder. */
export type CodeReader = {
  readonly locale: "id" | "en";
  readonly standing: "newcomer" | "has-account" | "has-untaken-account" | "holder";
  /** The code proves a contact that the holder of an account wants for it. */
  readonly isChange: boolean;
};
