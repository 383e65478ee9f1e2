/** Why a page of presence does not go on; each has its words in the messages of "partner-api". */
export type PresenceClosed = "unknown" | "expired" | "used" | "foreign" | "no-contact";

export type PresenceRefusal =
  | { readonly code: "presence-unknown" }
  | { readonly code: "presence-expired" }
  | { readonly code: "presence-used" }
  | { readonly code: "presence-foreign" }
  | { readonly code: "presence-no-contact" };

/** The request behind an address of the presence page. */
export type PresenceFacts = {
  readonly clientCode: string;
  readonly redeemCode: string;
  readonly sequence: number;
  readonly redirectUri: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  /** Whose training it is; null for a training code of the sandbox. */
  readonly participantId: string | null;
};

/** What a page of presence shows. */
export type PresencePage =
  /** `back`: where the reader may go on to; null when nothing is known. */
  | { readonly kind: "closed"; readonly reason: PresenceClosed; readonly back: string | null }
  | { readonly kind: "sign-in" }
  | { readonly kind: "done"; readonly isPresent: boolean; readonly goOn: string }
  | {
      readonly kind: "open";
      readonly isSandbox: boolean;
      /** Null for a training code. */
      readonly training: { readonly title: string; readonly provider: string } | null;
      readonly sequence: number;
      readonly expiresAt: Date;
      /** How the code comes; null for a training code. */
      readonly channel: "sms" | "email" | null;
      /** Back without having shown presence. */
      readonly leave: string;
    };
