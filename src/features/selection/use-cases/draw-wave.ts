import { createHash } from "node:crypto";
import { actorName, type StaffActor } from "#authorization/actor.ts";
import { findSchemeOfWave } from "#features/waves/queries.ts";
import { dayInWib } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { DRAW_ALGORITHM, drawOrder, selectedText } from "../policy/draw-order.ts";
import { decideEligibility, priorityOf } from "../policy/eligibility.ts";
import { decideDraw } from "../policy/selection-steps.ts";
import { findApplicants } from "../queries/applicants.ts";
import { hmacUnder } from "../queries/keyed-hash.ts";
import type { EntryRefusal, SelectionRefusal } from "../refusals.ts";
import {
  findLatestPublication,
  findUnpublishedDraw,
  insertDraw,
  lockWaveToSelect,
  markIneligible,
  markWave,
  type WaveToSelect,
  waitForOtherDraws,
} from "../repository.ts";
import type { Candidate, EligibilityRules } from "../types.ts";

const PEOPLE_AT_ONCE = 10_000;

type Sorted = {
  readonly candidates: Candidate[];
  readonly refused: { readonly participantId: string; readonly code: EntryRefusal["code"] }[];
  readonly taken: Map<string, number>;
};

/** Draws a closed wave, once: the ineligible drop out with their reason, the rest are drawn and frozen. */
export async function drawWave(
  work: Work<StaffActor>,
  { waveId }: { readonly waveId: string },
): Promise<Result<{ waveId: string }, SelectionRefusal>> {
  await waitForOtherDraws(work.tx);
  const wave = await lockWaveToSelect(work.tx, waveId);
  if (!wave) return refuse({ code: "selection-wave-unknown" });
  const decision = decideDraw(wave.status, await findUnpublishedDraw(work.tx, waveId));
  if (!decision.ok) return decision;

  const { parameters } = await findSchemeOfWave(waveId);
  const { candidates, refused, taken } = await sortApplicants(work, wave, parameters);
  const seed = new Uint8Array(work.chance.bytes(32));
  const drawn = drawOrder(hmacUnder(seed), candidates, {
    quota: wave.quota,
    perFamilyCard: parameters.recipientsPerFamilyCard,
    taken,
  });
  const digest = new Uint8Array(createHash("sha256").update(selectedText(drawn)).digest());
  const selectedCount = drawn.filter(({ outcome }) => outcome === "selected").length;
  const draw = { waveId, algorithm: DRAW_ALGORITHM, seed, digest, selectedCount };
  const published = await findLatestPublication(work.tx);
  const drawnAt = published && published > work.now ? published : work.now;
  await insertDraw(work.tx, { ...draw, drawnAt, drawnBy: actorName(work.actor) }, drawn);
  await markIneligible(work.tx, waveId, refused);
  await markWave(work.tx, waveId, "drawn", work.now);
  await work.record({
    action: "wave-drawn",
    subject: `wave:${waveId}`,
    details: {
      number: wave.number,
      candidates: drawn.length,
      selected: selectedCount,
      ineligible: refused.length,
      digest: Buffer.from(digest).toString("hex"),
    },
  });
  return ok({ waveId });
}

async function sortApplicants(work: Work, wave: WaveToSelect, rules: EligibilityRules): Promise<Sorted> {
  const sorted: Sorted = { candidates: [], refused: [], taken: new Map() };
  const closingDay = dayInWib(wave.closesAt);
  let after: string | undefined;
  for (;;) {
    const page = await findApplicants(work.tx, wave, { after, take: PEOPLE_AT_ONCE });
    for (const person of page) {
      const { participantId, familyCard } = person;
      const decision = decideEligibility(person, rules, closingDay);
      if (!decision.ok) sorted.refused.push({ participantId, code: decision.refusal.code });
      else sorted.candidates.push({ participantId, familyCard, priority: priorityOf(person) });
      if (person.familyRecipients > 0) sorted.taken.set(familyCard, person.familyRecipients);
    }
    after = page.at(-1)?.participantId;
    if (page.length < PEOPLE_AT_ONCE) return sorted;
  }
}
