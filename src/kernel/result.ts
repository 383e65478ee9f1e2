/** The outcome of a decision: a value, or a refusal that says no with its data. Exceptions are for what is broken. */
export type Result<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal; readonly keeps?: true };

/** Yes, with what was decided. */
export function ok(): Result<void, never>;
export function ok<Value>(value: Value): Result<Value, never>;
export function ok<Value>(value?: Value): Result<Value | undefined, never> {
  return { ok: true, value };
}

/** No, with the reason and the data its sentence needs. */
export function refuse<Refusal>(refusal: Refusal): Result<never, Refusal> {
  return { ok: false, refusal };
}

/** No, but what was written on the way stays: a wrong code is counted although nothing else happens. */
export function refuseAndKeep<Refusal>(refusal: Refusal): Result<never, Refusal> {
  return { ok: false, refusal, keeps: true };
}

/** For the end of an exhaustive `switch`: does not compile while a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
