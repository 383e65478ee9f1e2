import { createHmac } from "node:crypto";
import { findQuotas, findSchemeOfWave, findWaveByNumber } from "#features/waves/queries.ts";
import { RULE_VERSION } from "#features/waves/types.ts";
import { type Day, dayInWib } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { decideEligibility } from "../policy/eligibility.ts";
import type { EligibilityFacts, Places, ReplayedDecision } from "../types.ts";
import { sha256 } from "./sha256.ts";

type Wave = NonNullable<Awaited<ReturnType<typeof findWaveByNumber>>>;

/**
 * Works one decision of a wave out again from what was kept: the verdict from the facts under the wave's own rules, the
 * line of the list from the facts, the place from the whole list and the seed. Takes none of the engine's short cuts,
 * reads the whole list, and is asked for by hand. Null when the person did not join the wave or its list is not fixed.
 */
export async function replayDecision(
  waveNumber: number,
  participantId: string,
): Promise<ReplayedDecision | null> {
  const wave = await findWaveByNumber(waveNumber);
  const entry =
    wave &&
    (await database().frozenEntry.findUnique({
      where: { waveId_participantId: { waveId: wave.id, participantId } },
    }));
  if (!entry) return null;
  const rule = wave.ruleVersion ?? 0;
  if (rule !== RULE_VERSION) return { kind: "other-rule", rule };
  const { parameters } = await findSchemeOfWave(wave.id);
  const { birthDate, familyCardIndex, provinceCode, refusal, ...kept } = entry;
  const birth = birthDate && (birthDate.toISOString().slice(0, 10) as Day);
  const facts: EligibilityFacts = { ...kept, birth, hasFamilyCard: familyCardIndex !== null };
  const verdict = decideEligibility(facts, parameters, dayInWib(wave.closesAt));
  const eligibility = { kept: refusal, replayed: verdict.ok ? null : verdict.refusal.code };
  const basis = { kind: "replayed", rule, facts: { ...facts, provinceCode }, eligibility } as const;
  if (refusal !== null) return { ...basis, line: null, place: null };
  const line = await replayLine(wave, participantId, { facts, provinceCode, familyCardIndex });
  const quotas = await findQuotas(wave.id);
  const places = { ...quotas, quota: wave.quota, perFamilyCard: parameters.recipientsPerFamilyCard };
  return { ...basis, line, place: await replayPlace(wave, participantId, places) };
}

type LineFacts = {
  readonly facts: EligibilityFacts;
  readonly provinceCode: string | null;
  readonly familyCardIndex: Uint8Array | null;
};

/** The person's line as the facts give it, beside the leaf that was kept. */
async function replayLine({ id: waveId }: Wave, participantId: string, given: LineFacts) {
  const list = await database().drawList.findUniqueOrThrow({ where: { waveId } });
  const kept = await database().drawLeaf.findFirstOrThrow({ where: { waveId, participantId } });
  const person = Buffer.from(participantId.replaceAll("-", ""), "hex");
  const salted = (word: string, bytes: Uint8Array) =>
    sha256(Buffer.concat([list.salt, Buffer.from(word), bytes])).subarray(0, 16);
  const entry = sha256(Buffer.concat([salted("entry", person), person]));
  const family = salted("family", given.familyCardIndex ?? new Uint8Array());
  const { laidOff, familyRecipients } = given.facts;
  const text = [hex(entry), given.provinceCode ?? "", laidOff ? 0 : 1, 1, hex(family), familyRecipients].join(
    ",",
  );
  const leaf = sha256(Buffer.concat([new Uint8Array([0]), Buffer.from(text)]));
  return { text, kept: hex(kept.leaf), replayed: hex(leaf) };
}

type Line = {
  readonly participantId: string;
  readonly provinceCode: string;
  readonly priority: number;
  readonly family: string;
  readonly taken: number;
  readonly key: Buffer;
};

/** The person's place as the seed and the whole list give it, beside the place that was kept; null before the draw. */
async function replayPlace({ id: waveId }: Wave, participantId: string, places: Places) {
  const draw = await database().draw.findUnique({ where: { waveId } });
  const kept =
    draw &&
    (await database().$queryRaw<{ rank: number; outcome: string }[]>`
      SELECT p.rank, p.outcome::text FROM draw_leaf l JOIN draw_place p ON p.wave_id = l.wave_id AND p.position = l.position
      WHERE l.wave_id = ${waveId}::uuid AND l.participant_id = ${participantId}::uuid`);
  const [place] = kept ?? [];
  if (!draw || !place) return null;
  const lines = (await readLines(waveId, draw.seed)).sort(
    (one, other) => one.priority - other.priority || Buffer.compare(one.key, other.key),
  );
  const rank = lines.findIndex((line) => line.participantId === participantId) + 1;
  const outcome = outcomeAt(lines, rank, places);
  return { kept: place, replayed: { rank, outcome } };
}

const LINES_AT_ONCE = 50_000;

async function readLines(waveId: string, seed: Uint8Array): Promise<Line[]> {
  const lines: Line[] = [];
  for (let from = 0; ; from += LINES_AT_ONCE) {
    const rows = await database().drawLeaf.findMany({
      where: { waveId, position: { gte: from, lt: from + LINES_AT_ONCE } },
    });
    for (const { leaf, family, familyTaken: taken, ...row } of rows) {
      lines.push({
        ...row,
        taken,
        family: hex(family),
        key: createHmac("sha256", seed).update(leaf).digest(),
      });
    }
    if (rows.length < LINES_AT_ONCE) return lines;
  }
}

/** Walks the order, as the rule says it, up to this rank. */
function outcomeAt(lines: readonly Line[], rank: number, places: Places): string {
  const taken = new Map<string, number>();
  const count = (name: string) => taken.get(name) ?? 0;
  let outcome = "";
  for (const line of lines.slice(0, rank)) {
    const ofProvince = places.provinces.size === 0 ? places.quota : places.provinces.get(line.provinceCode);
    const ofGroup = places.groups.get(line.priority) ?? places.quota;
    const [family, province, group] = [`f${line.family}`, `p${line.provinceCode}`, `g${line.priority}`];
    if (line.taken + count(family) >= places.perFamilyCard) outcome = "family_card_full";
    else if (count("all") >= places.quota || count(province) >= (ofProvince ?? 0) || count(group) >= ofGroup)
      outcome = "quota_full";
    else {
      outcome = "selected";
      for (const name of ["all", family, province, group]) taken.set(name, count(name) + 1);
    }
  }
  return outcome;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
