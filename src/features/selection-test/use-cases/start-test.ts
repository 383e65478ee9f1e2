import { createHmac } from "node:crypto";
import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { drawTest, streamOf } from "../policy/draw-test.ts";
import { decideStart, endOfTest, isDisability, timeOfTest } from "../policy/test-terms.ts";
import type { TestRefusal } from "../refusals.ts";
import {
  findBank,
  findRecordedDisability,
  findTestRules,
  insertAttempt,
  isVerifiedNow,
  lockAttempt,
  lockTestOf,
  takeSeat,
} from "../repository.ts";

/** Every person takes the test of this scheme; the result is kept for later waves. */
const TEST_SCHEME = "A";

/**
 * Starts the person's only test: draws the questions by a seed that is kept, and starts the clock. Time beyond the
 * scheme's minutes is fixed here.
 */
export async function startTest(work: Work<ParticipantActor>): Promise<Result<null, TestRefusal>> {
  const { participantId } = work.actor;
  await lockTestOf(work.tx, participantId);
  const attempt = await lockAttempt(work.tx, participantId);
  const verified = await isVerifiedNow(work.tx, participantId);
  const decision = decideStart({ verified, attempt }, work.now);
  if (!decision.ok) return decision;
  if (decision.value === "go-on") return ok(null);

  const rules = await findTestRules(work.tx, TEST_SCHEME);
  const seed = new Uint8Array(work.chance.bytes(32));
  const chance = streamOf((text) => createHmac("sha256", seed).update(text).digest());
  const seat = await takeSeat(work.tx);
  const questions = drawTest(chance, { bank: await findBank(work.tx), blueprint: rules.blueprint, seat });
  const hasDisability = isDisability(await findRecordedDisability(work.tx, participantId));
  const row = {
    id: work.newId<"test-attempt">(),
    participantId,
    schemeCode: rules.schemeCode,
    seed,
    startedAt: work.now,
    endsAt: endOfTest(work.now, timeOfTest(rules, hasDisability)),
    seat,
    gatePercent: rules.gatePercent,
    extraPercent: hasDisability ? rules.extraPercent : 0,
  };
  await insertAttempt(work.tx, row, questions);
  return ok(null);
}
