/** Every "no" of the payment addresses, by the published code where there is one (36, 28 and VOID40001); the others are ours. */
export type PaymentCode =
  /** The buyer: card number; membership; training under way; bought before; first and next term; age; education. */
  | "ERRPLT40001"
  | "ERRPLT40002"
  | "ERRPLT40003"
  | "ERRPLT40004"
  | "ERRPLT40005"
  | "ERRPLT40006"
  | "ERRPLT40007"
  | "ERRPLT40008"
  /** The training: no seat; balance short; amount is not the price; begun. */
  | "ERRPLT40009"
  | "ERRPLT40010"
  | "ERRPLT40011"
  | "ERRPLT40012"
  /** The one-time code: nowhere to send; wrong; expired; too many; too soon. */
  | "ERRPLT40013"
  | "ERRPLT40014"
  | "ERRPLT40015"
  | "ERRPLT40016"
  | "ERRPLT40017"
  /** The payment token: unknown; replaced; expired. The invoice: used before; unknown. */
  | "ERRPLT40018"
  | "ERRPLT40019"
  | "ERRPLT40020"
  | "ERRPLT40021"
  | "ERRPLT40027"
  /** Cancelling: done before; too late; training open; never possible; membership ended. */
  | "ERRPLT40028"
  | "ERRPLT40029"
  | "ERRPLT40030"
  | "ERRPLT40031"
  | "ERRPLT40032"
  /** Course or schedule: empty; unknown or not of each other. */
  | "ERRPLT40036"
  | "ERRPLT40037"
  | "ERRVOD40001";
