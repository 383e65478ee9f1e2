/** What goes wrong with the next calls. */
export type FaultMode = "none" | "slow" | "error" | "timeout-after-effect" | "duplicate" | "wrong";
export type Fault = { readonly mode: FaultMode; readonly delayMs: number };

export type FaultOrder = {
  readonly mode: FaultMode;
  readonly count?: number;
  readonly delayMs?: number;
  /** Strikes calls of this method only: "POST" moves money, "GET" asks about it. */
  readonly method?: string;
};

export type Faults = {
  /** For the next `count` calls; without a count, until it is set again. */
  set(fault: FaultOrder): void;
  /** The fault of this call. */
  take(method: string | undefined): Fault;
};

const DEFAULT_DELAY_MS = 1_500;

export function openFaults(): Faults {
  let mode: FaultMode = "none";
  let left = 0;
  let delayMs = DEFAULT_DELAY_MS;
  let struck: string | undefined;
  return {
    set(fault) {
      mode = fault.mode;
      left = fault.count ?? Number.POSITIVE_INFINITY;
      delayMs = fault.delayMs ?? DEFAULT_DELAY_MS;
      struck = fault.method;
    },
    take(method) {
      if (mode === "none" || left === 0 || (struck && struck !== method)) return { mode: "none", delayMs };
      left -= 1;
      return { mode, delayMs };
    },
  };
}
