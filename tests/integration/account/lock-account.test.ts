import { expect, test } from "vitest";
import { lockAccountReaction } from "#features/account/use-cases/lock-account.ts";
import { database } from "#platform/db/client.ts";
import { anAccount } from "../../support/people.ts";
import { now } from "./newcomers.ts";

test("an account whose membership was revoked is locked, and every session of it is over", async () => {
  const id = await anAccount(now);
  await lockAccountReaction({ participantId: id });
  const account = await database().account.findUniqueOrThrow({ where: { id } });
  expect(account.lockedAt).not.toBeNull();
  expect(account.sessionVersion).toBe(2);
});
