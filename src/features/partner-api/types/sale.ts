/** What a platform knows of a sale, in the published words. */
export type SaleFacts = {
  readonly invoice_code: string;
  readonly transaction_code: string;
  /** Rupiah. */
  readonly amount: number;
  readonly status: "SUCCESS" | "VOID";
  readonly prakerja_name: string;
};

/** `createdAt`: RFC 3339 in UTC. */
export type Sale = { readonly createdAt: string; readonly facts: SaleFacts };
