/** A call as it came over HTTP, before anything in it is believed. */
export type PartnerRequest = {
  readonly method: string;
  /** As in the request line, with its query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Null when it is longer than `LONGEST_BODY`. */
  readonly body: Buffer | null;
  /** Network address of the sender. */
  readonly address: string;
  /** The machine's time: signatures are dated by it, also where the demo's programme is ahead. */
  readonly machineNow: Date;
  /** Milliseconds since the call came in. */
  readonly elapsed: () => number;
};

export type Envelope =
  | { readonly success: true; readonly message: string; readonly data: object }
  | { readonly code: string; readonly message: string; readonly success: false };

export type PartnerReply = {
  readonly status: number;
  readonly body: Envelope;
  readonly headers: Readonly<Record<string, string>>;
};

/** A row of the log: who called what, and how it was answered; never personal data. */
export type CallRecord = {
  readonly clientCode: string;
  readonly path: string;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly subject: string | null;
  readonly milliseconds: number;
};

/** A signature that is in order, and what tells this call from every other. */
export type Proven = {
  /** SHA-256 of the timestamp and signature, or of the nonce of the stronger scheme. */
  readonly call: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the signature: the same nonce over another content is another call. */
  readonly fingerprint: Uint8Array<ArrayBuffer>;
};
