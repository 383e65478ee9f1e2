import type { PaymentCode } from "./payments.ts";

/**
 * Every "no" of the partners' interface, by the published code where there is one. Digits four to six are the HTTP
 * status; each code has a sentence in the messages of "partner-api", with its data in the placeholders.
 */
export type PartnerRefusal =
  | GeneralRefusal
  | { readonly code: RedeemCode }
  | { readonly code: TaskCode }
  | { readonly code: PaymentCode };

export type GeneralRefusal =
  /** No such client, or its key was taken back. */
  | { readonly code: "ERRGEN40101" }
  | { readonly code: "ERRGEN40102" }
  | { readonly code: "ERRGEN40103" }
  /** Malformed; the sentence names what. */
  | { readonly code: "ERRGEN40001"; readonly field: string }
  | { readonly code: "ERRGEN42901" }
  | { readonly code: "ERRGEN50001" };

export type RedeemCode =
  /** Unknown; another type of training; another provider's; code cancelled; transaction cancelled. */
  | "ERRRDM40001"
  | "ERRRDM40002"
  | "ERRRDM40003"
  | "ERRRDM40004"
  | "ERRRDM40005"
  /** Used before; outside the window; no such sequence. */
  | "ERRRDM40006"
  | "ERRRDM40007"
  | "ERRRDM40008"
  /** E-mail used for the same training; address not registered; presence shown before; the stage before is open. */
  | "ERRRDM40009"
  | "ERRRDM40010"
  | "ERRRDM40011"
  | "ERRRDM40012"
  /** Only for codes of the sandbox. */
  | "ERRRDM40013";

type TaskCode =
  /** Scope and sequence do not fit; file not reachable; nothing submitted yet; notes missing. */
  "ERRTPM40001" | "ERRTPM40002" | "ERRTPM40003" | "ERRTPM40004";
