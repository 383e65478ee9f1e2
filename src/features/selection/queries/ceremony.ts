import { realChance } from "#platform/db/chance.ts";
import { database } from "#platform/db/client.ts";
import { nextAct } from "../policy/next-act.ts";
import { parties, SECRET_BYTES, secretPromise, seedOf } from "../policy/promises.ts";
import type { Ceremony, CeremonyAct, DrawParty } from "../types/ceremony.ts";
import { sha256 } from "./sha256.ts";

/** A wave's fixed list with all that was promised and shown; null before the freeze. */
export async function findCeremony(waveId: string): Promise<Ceremony | null> {
  const list = await database().drawList.findUnique({ where: { waveId } });
  const wave = await database().wave.findUnique({
    where: { id: waveId },
    select: { number: true, status: true },
  });
  if (!list || !wave) return null;
  const [promised, shown] = await Promise.all([
    database().drawCommitment.findMany({
      where: { waveId },
      orderBy: { party: "asc" },
      omit: { waveId: true },
    }),
    database().drawReveal.findMany({
      where: { waveId },
      orderBy: { party: "asc" },
      select: { party: true, value: true, isFallback: true, revealedAt: true },
    }),
  ]);
  const { entryCount, frozenAt } = list;
  const root = Buffer.from(list.root).toString("hex");
  return { waveId, ...wave, entryCount, frozenAt, root, promised, shown };
}

/** Waves with a fixed list, latest first, for the witness: those that wait for somebody stand among the first. */
export async function findCeremonies(): Promise<readonly Ceremony[]> {
  const waves = await database().wave.findMany({
    where: { frozenAt: { not: null }, ruleVersion: { gte: 2 } },
    orderBy: { number: "desc" },
    take: 20,
    select: { id: true },
  });
  const found = await Promise.all(waves.map(({ id }) => findCeremony(id)));
  return found.filter((ceremony) => ceremony !== null);
}

/** A fresh secret with its promise, in hexadecimal. The portal keeps neither: who asked for it keeps it until the showing. */
export function freshSecret(number: number, party: "operator" | "witness") {
  const value = realChance.bytes(SECRET_BYTES);
  return {
    secret: Buffer.from(value).toString("hex"),
    promise: Buffer.from(secretPromise(sha256, number, party, value)).toString("hex"),
  };
}

/** What this party can do now for the draw. */
export function actOf(ceremony: Ceremony, party: "operator" | "witness" | null, now: Date): CeremonyAct {
  const shown = ceremony.shown.map((value) => value.party);
  return nextAct({ ...ceremony, shown }, party, now);
}

/** The seed in hexadecimal, as soon as the three values are known. */
export function seedOfCeremony({ number, root, shown }: Ceremony): string | null {
  const shownBy = (party: DrawParty) => shown.find((value) => value.party === party)?.value;
  const [operator, witness, figure] = parties.map(shownBy);
  if (!operator || !witness || !figure) return null;
  const values = { operator, witness, public: figure };
  return Buffer.from(seedOf(sha256, number, Buffer.from(root, "hex"), values)).toString("hex");
}
