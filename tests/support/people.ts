import { randomUUID } from "node:crypto";
import { type Day, parseDay } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import {
  insertAccount,
  insertEntry,
  insertPassedTest,
  insertRegistration,
  insertVerified,
  insertWave,
  type Person,
  publishWave,
} from "../../prisma/seed/people.ts";

let counter = 100;

/** A woman of Binjai, 26, unlike everybody else in this test file. */
export function aPerson(changes: Partial<Person> = {}): Person {
  counter += 1;
  return {
    name: "Sari Simulasi",
    email: `sari-${randomUUID().slice(0, 8)}@example.test`,
    serial: `9${counter}`.slice(0, 4).padEnd(4, "1"),
    gender: "female",
    birth: parseDay("2000-05-17") as Day,
    ...changes,
  };
}

export async function anAccount(
  now: Date,
  changes: Partial<Person> = {},
  isVerified = true,
): Promise<ParticipantId> {
  const person = aPerson(changes);
  return insertAccount(person, { now, isVerified });
}

export async function aVerifiedApplicant(now: Date, changes: Partial<Person> = {}): Promise<ParticipantId> {
  const person = aPerson(changes);
  const id = await insertAccount(person, { now });
  await insertRegistration(id, person, now);
  await insertVerified(id, now);
  return id;
}

/** Verified, and the selection test is behind them. */
export async function anApplicantReadyToJoin(
  now: Date,
  changes: Partial<Person> = {},
): Promise<ParticipantId> {
  const id = await aVerifiedApplicant(now, changes);
  await insertPassedTest(id, now);
  return id;
}

export async function anAdministrator(now: Date): Promise<string> {
  return insertAccount(
    { email: `admin-${randomUUID().slice(0, 8)}@example.test`, name: "Petugas" },
    { now, role: "administrator" },
  );
}

/** Determined as recipients in a published wave of their own; no balance yet. */
export async function recipients(now: Date, count: number, waveNumber = 900): Promise<ParticipantId[]> {
  const waveId = await insertWave(waveNumber, count, now);
  const people: ParticipantId[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = await anApplicantReadyToJoin(now);
    await insertEntry(id, waveId, now);
    people.push(id);
  }
  await publishWave(waveId, people, await anAdministrator(now), now);
  return people;
}

const AT_ONCE = 8;
let gathered = 3_000;
const waiting = new Map<number, ParticipantId[]>();

/**
 * Somebody who was determined at this moment. A wave on its whole way costs as much as forty people of it: one
 * determines several, who wait for their turn in this test file.
 */
export async function aRecipient(now: Date): Promise<ParticipantId> {
  const others = waiting.get(now.getTime()) ?? [];
  if (others.length === 0) others.push(...(await recipients(now, AT_ONCE, gathered++)));
  waiting.set(now.getTime(), others);
  const next = others.shift();
  if (!next) throw new Error("nobody was determined");
  return next;
}
