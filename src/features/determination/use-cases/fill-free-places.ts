import { createHash } from "node:crypto";
import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { recipientDetermined } from "../events.ts";
import { decreeNumberOf, successionOf, successionSince } from "../policy.ts";
import { countDecrees, insertDecree, waitForOtherDraws } from "../repository/publication.ts";
import {
  findLeaf,
  findSuccessionRules,
  findSuccessor,
  giveFreePlace,
  insertFreePlace,
  lockFreePlaces,
} from "../repository/succession.ts";
import type { FreePlace } from "../types.ts";
import { givePromiseBack, promisePlaces } from "./promise-places.ts";

const PLACES = 50;

/** A revoked recipient's place becomes free, and the money that was promised to them and not taken. */
export async function freePlaceReaction(revoked: { readonly participantId: string }): Promise<void> {
  await inOneTransaction(system, async (work) => {
    await insertFreePlace(work.tx, revoked.participantId, work.now);
    await givePromiseBack(work, revoked.participantId);
    return ok(null);
  });
}

/** Whoever is through takes no more: what they left of their promise, such as a survey unanswered, is their wave's again. */
export async function releaseLeftoverReaction(completed: { readonly participantId: string }): Promise<void> {
  await inOneTransaction(system, async (work) => {
    await givePromiseBack(work, completed.participantId);
    return ok(null);
  });
}

/** Gives free places to the next in the order of their wave, each batch of a wave by one decree. Says how many. */
export async function fillFreePlacesDue(now: Date): Promise<number> {
  const result = await inOneTransaction(
    system,
    async (work) => {
      const places = await lockFreePlaces(work.tx, successionSince(work.now), PLACES);
      if (places.length === 0) return ok(0);
      await waitForOtherDraws(work.tx);
      const waves = [...new Set(places.map(({ waveId }) => waveId))];
      let given = 0;
      for (const waveId of waves)
        given += await fillWave(
          work,
          waveId,
          places.filter((place) => place.waveId === waveId),
        );
      return ok(given);
    },
    { now, seconds: 120 },
  );
  return result.ok ? result.value : 0;
}

async function fillWave(work: Work, waveId: string, places: readonly FreePlace[]): Promise<number> {
  const rules = await findSuccessionRules(work.tx, waveId);
  const decreeNumber = decreeNumberOf(rules.number, await countDecrees(work.tx, waveId), work.now);
  const digest = createHash("sha256");
  let given = 0;
  for (const place of places) {
    const successor = await findSuccessor(work.tx, waveId, successionOf(place, rules));
    if (!successor) continue;
    const { participantId } = successor;
    const promised = await promisePlaces(work, {
      ...{ waveId, people: 1 },
      decree: `${decreeNumber}:${participantId}`,
    });
    // The place waits until somebody raises the wave's allotment.
    if (!promised.ok) break;
    await giveFreePlace(work.tx, { place, successor, decreeNumber, now: work.now });
    digest.update(await findLeaf(work.tx, waveId, participantId));
    await work.publish(recipientDetermined({ participantId, waveId }));
    given += 1;
  }
  if (given === 0) return 0;
  await insertDecree(work.tx, {
    ...{ number: decreeNumber, waveId, people: given, digest: new Uint8Array(digest.digest()) },
    ...{ issuedAt: work.now, issuedBy: null },
  });
  await work.record({
    action: "free-places-given",
    subject: `wave:${waveId}`,
    details: { number: rules.number, decree: decreeNumber, places: given },
  });
  return given;
}
