/** Stops asking a partner that does not answer, so that neither side drowns in waiting calls. */
export type CircuitBreaker = {
  /** Whether a call may be made now. */
  isClosed(): boolean;
  record(succeeded: boolean): void;
};

/** Opens after so many failures in a row; after a pause one call may try again. `now` is in milliseconds. */
export function circuitBreaker(options: {
  readonly failures: number;
  readonly pauseMs: number;
  readonly now: () => number;
}): CircuitBreaker {
  let inARow = 0;
  let openUntil = 0;
  return {
    isClosed() {
      if (inARow < options.failures) return true;
      if (options.now() < openUntil) return false;
      openUntil = options.now() + options.pauseMs;
      return true;
    },
    record(succeeded) {
      inARow = succeeded ? 0 : inARow + 1;
      if (inARow === options.failures) openUntil = options.now() + options.pauseMs;
    },
  };
}
