import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#env.ts";
import { readableCode } from "#kernel/random.ts";

/** Ten characters, fifty bits: they follow from the batch's id and a key, so that the books hold no code. */
export function recoveryCodeOf(batch: string, number: number): string {
  const mac = createHmac("sha256", Buffer.from(env().TOKEN_KEY, "hex"))
    .update(`recovery-code\n${batch}\n${number}`)
    .digest();
  return readableCode({ bytes: (length) => new Uint8Array(mac.subarray(0, length)) }, 10);
}

/** Which of these codes of a batch was typed; compares each in constant time. */
export function recoveryNumberOf(batch: string, typed: string, numbers: readonly number[]): number | null {
  const given = Buffer.from(typed.padEnd(10).slice(0, 10));
  const found = numbers.filter((number) =>
    timingSafeEqual(Buffer.from(recoveryCodeOf(batch, number)), given),
  );
  return typed.length === 10 ? (found[0] ?? null) : null;
}
