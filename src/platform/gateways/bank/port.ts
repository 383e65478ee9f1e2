/** Where a person wants the money: an account at a bank or at an e-money provider. */
export type BankAccount = { readonly institution: string; readonly number: string };

/** Whose account it has to be. */
export type HolderClaim = { readonly name: string; readonly nik: string };

export type InquiryOutcome =
  | {
      readonly outcome: "answered";
      readonly exists: boolean;
      readonly active: boolean;
      /** Name and NIK are those of the claim. */
      readonly belongsToClaim: boolean;
      /** The holder as the institution writes it; null when there is no such account, or it is somebody else's. */
      readonly holderName: string | null;
    }
  /** Not reached, or silence: ask again later. */
  | { readonly outcome: "unknown"; readonly reason: string };

export type PaymentRequest = BankAccount & {
  /** The idempotency key: the same key never moves money twice. */
  readonly key: string;
  /** Rupiah. */
  readonly amount: bigint;
  readonly name: string;
};

export type PaymentRefusal = "not-found" | "inactive" | "name-mismatch" | "limit";

export type PaymentOutcome =
  | { readonly outcome: "paid"; readonly reference: string }
  /** A final no: under this key no money has moved and none will. */
  | { readonly outcome: "refused"; readonly reason: PaymentRefusal }
  /** The money may have moved. Only `findPayment` can tell. */
  | { readonly outcome: "unknown"; readonly reason: string };

/** "absent": the partner is sure that it never took this key. */
export type FoundPayment = PaymentOutcome | { readonly outcome: "absent" };
