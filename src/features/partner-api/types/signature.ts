/** What a signature is made over, before the body's forms are tried. */
export type SignedParts = {
  /** client_code + timestamp + "POST" + path. */
  readonly head: string;
  readonly authorization: string | null;
  readonly body: string;
};

/** What a sender put into the headers. */
export type Signing = {
  readonly clientCode: string;
  readonly timestamp: string;
  readonly path: string;
  readonly authorization: string | null;
  readonly body: Buffer;
};

/** The stronger scheme of ours: HMAC-SHA256 over a nonce too. */
export type StrongSigning = Signing & { readonly nonce: string };
