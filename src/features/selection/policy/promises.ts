import { addSeconds, inUtcSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { CeremonyRefusal } from "../refusals/ceremony.ts";
import type { CeremonyFacts, DrawParty } from "../types/ceremony.ts";

// What the three parties of a draw promise and show, to the byte as docs/decisions/0012 writes it. The hash itself is
// handed in: a policy knows no Node.

/** SHA-256. */
export type Digest = (bytes: Uint8Array) => Uint8Array<ArrayBuffer>;

/** The parties in the order in which their values make the seed. */
export const parties = ["operator", "witness", "public"] as const satisfies readonly DrawParty[];

/** Bytes of a secret. */
export const SECRET_BYTES = 32;
/** The least time between the announcement of the public value and its moment, so that the parties can show theirs. */
const SECONDS_TO_SHOW = 600;
/** From its moment on, the public value may be written down for so long before the rule gives it. */
const SECONDS_FOR_PUBLIC = 24 * 3_600;

type Secret = Exclude<DrawParty, "public">;

export function secretPromise(digest: Digest, number: number, party: Secret, value: Uint8Array) {
  return digest(joined(text("commit", number, party), value));
}

/** The promise of a public value: its source in words, and the moment from which on it can be known. */
export function publicPromise(digest: Digest, number: number, knownAt: Date, source: string) {
  return digest(bytesOf(`prakerja-draw-2 public\n${number}\n${inUtcSeconds(knownAt)}\n${source}`));
}

/** The value that stands in for one that was not shown in time: it follows from what was published before. */
export function valueOfTheRule(
  digest: Digest,
  number: number,
  party: DrawParty,
  published: { readonly root: Uint8Array; readonly commitment: Uint8Array },
) {
  return digest(joined(text("fallback", number, party), published.root, published.commitment));
}

/** The seed of a draw: the hash over the list's root and the three values, in the order of the parties. */
export function seedOf(
  digest: Digest,
  number: number,
  root: Uint8Array,
  values: Readonly<Record<DrawParty, Uint8Array>>,
): Uint8Array<ArrayBuffer> {
  const start = bytesOf(`prakerja-draw-2 seed\n${number}\n`);
  return digest(joined(start, root, ...parties.map((party) => digest(values[party]))));
}

/** Whether this party may promise now: once, on a fixed list, before anything was shown; the public comes last. */
export function decidePromise(
  facts: CeremonyFacts,
  party: DrawParty,
  accountId: string,
): Result<void, CeremonyRefusal> {
  if (facts.status !== "frozen") return refuse({ code: "ceremony-list-not-fixed" });
  if (facts.promised.some((promise) => promise.party === party))
    return refuse({ code: "ceremony-promised-already" });
  const others = facts.promised.filter((promise) => promise.committedBy === accountId);
  if (others.some((promise) => promise.party === "witness" || party === "witness"))
    return refuse({ code: "ceremony-witness-is-operator" });
  if (party === "public" && facts.promised.length < parties.length - 1)
    return refuse({ code: "ceremony-public-comes-last" });
  return ok();
}

/** Whether the public value may be announced for this moment. */
export function decideMoment(knownAt: Date, now: Date): Result<void, CeremonyRefusal> {
  return knownAt >= addSeconds(now, SECONDS_TO_SHOW) ? ok() : refuse({ code: "ceremony-moment-too-soon" });
}

/** Whether a value may be shown now, and whether it is the one that was promised. */
export function decideShow(
  facts: CeremonyFacts,
  party: DrawParty,
  value: Uint8Array,
  { digest, now }: { readonly digest: Digest; readonly now: Date },
): Result<void, CeremonyRefusal> {
  const knownAt = knownAtOf(facts);
  const promise = facts.promised.find((each) => each.party === party);
  if (!knownAt || !promise) return refuse({ code: "ceremony-promises-missing" });
  if (facts.shown.includes(party)) return refuse({ code: "ceremony-shown-already" });
  if (party === "public") return now >= knownAt ? ok() : refuse({ code: "ceremony-public-not-yet" });
  if (now >= knownAt) return refuse({ code: "ceremony-too-late-to-show" });
  return areEqual(secretPromise(digest, facts.number, party, value), promise.commitment)
    ? ok()
    : refuse({ code: "ceremony-not-what-was-promised" });
}

/** The parties whose time is over and who have shown nothing; the rule gives their values. */
export function partiesTooLate(facts: CeremonyFacts, now: Date): readonly DrawParty[] {
  const knownAt = knownAtOf(facts);
  if (!knownAt) return [];
  return parties.filter((party) => {
    const end = party === "public" ? addSeconds(knownAt, SECONDS_FOR_PUBLIC) : knownAt;
    return !facts.shown.includes(party) && now >= end;
  });
}

function knownAtOf(facts: CeremonyFacts): Date | null {
  return facts.promised.find(({ party }) => party === "public")?.knownAt ?? null;
}

function text(act: "commit" | "fallback", number: number, party: DrawParty): Uint8Array {
  return bytesOf(`prakerja-draw-2 ${act}\n${number}\n${party}\n`);
}

function bytesOf(words: string): Uint8Array {
  return new TextEncoder().encode(words);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
