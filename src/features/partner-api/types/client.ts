export type PartnerKind = "provider" | "platform";

/** The system of a provider or platform that signs its calls. */
export type PartnerClient = {
  /** "client_code" of the header. */
  readonly code: string;
  readonly kind: PartnerKind;
  /** The slug of the provider or platform that it speaks for. */
  readonly ownerSlug: string;
  /** Whole addresses, without their query, to which people may be sent back. */
  readonly redirectUris: readonly string[];
};
