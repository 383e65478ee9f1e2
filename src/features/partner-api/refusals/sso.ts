/** Why a person cannot be asked, or an application not be let in. The HTTP codes are those of docs/partners.md. */
export type ConsentRefusal =
  | { readonly code: "sso-request-broken" }
  | { readonly code: "sso-client-unknown" }
  | { readonly code: "sso-address-foreign" };

export type SsoRefusal =
  /** ERROAUTH4031 */
  | { readonly code: "sso-code-not-valid" }
  /** ERROAUTH4030 */
  | { readonly code: "sso-token-not-valid" };

/** What a partner's server is told, by the published codes. */
export type SignOnCode =
  /** X-Client-Id missing; client unknown; token not valid; code not valid. */
  "ERROAUTH4024" | "ERROAUTH4029" | "ERROAUTH4030" | "ERROAUTH4031";
