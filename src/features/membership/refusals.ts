/** Why a membership ended early. It reaches the person as a reason, in the notice and the message. */
export type MembershipRefusal =
  | { readonly code: "membership-first-training-not-bought" }
  | { readonly code: "membership-training-not-finished" };
