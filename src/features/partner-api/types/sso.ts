import type { ParticipantId } from "#kernel/identifiers.ts";

/** What a partner may ask to know of a person, in the words of the published scopes. */
export const ssoScopes = ["name", "email", "prakerjaid", "notelp"] as const;
export type SsoScope = (typeof ssoScopes)[number];

/** A partner's application that people may be asked to sign in to. */
export type SsoClient = {
  readonly code: string;
  /** The provider's or platform's name, as the programme registered it. */
  readonly name: string;
  readonly redirectUris: readonly string[];
};

/** What the application asks for, as it stands in the address of the consent page. */
export type ConsentRequest = {
  readonly clientCode: string;
  readonly scopes: readonly SsoScope[];
  readonly state: string;
  readonly redirectUri: string;
  /** Where a person who does not agree goes. */
  readonly loginUri: string | null;
};

/** A consent that may be asked: the application is known and the addresses are its own. */
export type Consent = { readonly client: SsoClient; readonly request: ConsentRequest };

/** An application that may still read something of the person. */
export type ConnectedApp = {
  readonly grantId: string;
  readonly name: string;
  readonly scopes: readonly SsoScope[];
  readonly grantedAt: Date;
  readonly usedAt: Date | null;
};

export type GrantState = {
  readonly id: string;
  readonly participantId: ParticipantId;
  readonly clientCode: string;
  readonly scopes: readonly SsoScope[];
  readonly hasEnded: boolean;
  /** The account is locked: the membership was revoked, or it was erased. */
  readonly isLocked: boolean;
};

/** A code or a token that was shown, with its grant. */
export type ShownMark = {
  readonly mark: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly grant: GrantState;
};

/** As the published interface names them; a field that the person did not allow is an empty text. */
export type SsoProfile = {
  readonly dp_user_id: string;
  readonly email: string;
  readonly name: string;
  readonly no_prakerja: string;
  readonly phone_number: string;
  readonly user_id: string;
};

export type SsoTokens = {
  readonly access_token: string;
  /** The moment when the access token ends, in Unix seconds, as text (published so). */
  readonly expires_in: string;
  readonly refresh_token: string;
  readonly scope: string;
  readonly token_type: "Bearer";
};
