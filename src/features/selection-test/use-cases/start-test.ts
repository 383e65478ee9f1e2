import { createHmac } from "node:crypto";
import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { drawTest, streamOf } from "../policy/draw-test.ts";
import { decideStart, endOfTest } from "../policy/test-terms.ts";
import type { TestRefusal } from "../refusals.ts";
import {
  findAttempt,
  findBank,
  findTestRules,
  insertAttempt,
  isVerifiedNow,
  lockTestOf,
} from "../repository.ts";

/** Every person takes the test of this scheme; the result is kept for later waves. */
const TEST_SCHEME = "A";

/** Starts the person's only test: draws the questions by a seed that is kept, and starts the clock. */
export async function startTest(work: Work<ParticipantActor>): Promise<Result<null, TestRefusal>> {
  const { participantId } = work.actor;
  await lockTestOf(work.tx, participantId);
  const attempt = await findAttempt(work.tx, participantId);
  const verified = await isVerifiedNow(work.tx, participantId);
  const decision = decideStart({ verified, attempt }, work.now);
  if (!decision.ok) return decision;
  if (decision.value === "go-on") return ok(null);

  const rules = await findTestRules(work.tx, TEST_SCHEME);
  const seed = new Uint8Array(work.chance.bytes(32));
  const chance = streamOf((text) => createHmac("sha256", seed).update(text).digest());
  const questions = drawTest(chance, await findBank(work.tx), rules.blueprint);
  const row = {
    id: work.newId<"test-attempt">(),
    participantId,
    schemeCode: rules.schemeCode,
    seed,
    startedAt: work.now,
    endsAt: endOfTest(work.now, rules.minutes),
  };
  await insertAttempt(work.tx, row, questions);
  return ok(null);
}
