import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { opening } from "./drawing.ts";

// Many people at once, each unlike the others, by facts that a test chooses.

export type Facts = {
  readonly verified: boolean;
  readonly recipient: boolean;
  readonly barred: boolean;
  readonly statements: Readonly<Record<string, string | boolean>>;
  readonly birth: string | null;
  readonly province: string | null;
  /** People of one name share a family card; null: none on record. */
  readonly family: string | null;
  readonly listed: readonly {
    readonly register: Register;
    readonly since: string;
    readonly until: string | null;
  }[];
  /** A member of the staff decided after the registers had answered. */
  readonly reviewed: boolean;
  readonly excluded: boolean;
};
type Register = "education" | "social_aid" | "occupation" | "blacklist" | "priority";

export const fine: Facts = {
  verified: true,
  recipient: false,
  barred: false,
  statements: {},
  birth: "2000-05-17",
  province: "12",
  family: null,
  listed: [],
  reviewed: false,
  excluded: false,
};

let state = Number(process.env.SEED) || 1;

/** A number in [0, limit) that is the same again under the same SEED (xorshift). */
export function below(limit: number): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % limit;
}

export const cardOf = (family: string) => new Uint8Array(createHash("sha256").update(family).digest());

/** Makes these people; a family that is not named is one of their own. */
export async function insertCrowd(crowd: readonly Facts[]): Promise<ParticipantId[]> {
  const people = crowd.map((facts) => ({ id: randomUUID(), nik: new Uint8Array(randomBytes(32)), facts }));
  await database().account.createMany({
    data: people.map(({ id }) => ({
      ...{ id, email: `${id}@example.test`, passwordHash: "x" },
      ...{ role: "participant" as const, displayName: "Simulasi", createdAt: opening },
    })),
  });
  await database().registration.createMany({
    data: people.map(({ id, nik, facts }) => ({
      ...{ participantId: id, step: "submitted" as const, nikIndex: nik },
      familyCardIndex: facts.family === null ? null : cardOf(facts.family || id),
      birthDate: facts.birth && new Date(`${facts.birth}T00:00:00Z`),
      provinceCode: facts.province,
      statements: { ...facts.statements },
      ...{ startedAt: opening, updatedAt: opening },
    })),
  });
  await database().verification.createMany({
    data: people.map(({ id, facts }) => ({
      participantId: id,
      status: facts.verified ? ("verified" as const) : ("refused" as const),
      reason: facts.verified ? null : "verification-name-differs",
      requestedAt: opening,
      reviewedAt: facts.reviewed ? new Date(opening.getTime() + 60_000) : null,
    })),
  });
  await database().registerAnswer.createMany({
    data: people.flatMap(({ id, facts }) =>
      facts.listed.map(({ register, since, until }) => ({
        ...{ participantId: id, register, status: "answered" as const },
        answer: { entry: { kind: "a kind", since, until } },
        ...{ inputFingerprint: new Uint8Array(32), attempts: 1, askedAt: opening },
        ...{ answeredAt: opening, expiresAt: new Date(opening.getTime() + 86_400_000) },
      })),
    ),
  });
  await database().blacklistEntry.createMany({
    data: people.flatMap(({ nik, facts }) =>
      facts.barred ? [{ nikIndex: nik, reason: "x", since: opening }] : [],
    ),
  });
  return people.map(({ id }) => id as ParticipantId);
}

/** Makes these people recipients of an earlier wave. */
export async function insertRecipients(
  waveId: string,
  people: readonly { readonly id: string; readonly family: string; readonly place: number }[],
): Promise<void> {
  await database().determination.createMany({
    data: people.map(({ id, family, place }) => ({
      ...{ participantId: id, waveId, familyCardIndex: cardOf(family), familyPlace: place },
      ...{ decreeNumber: "SK-SIM/0/2026", determinedAt: opening },
    })),
  });
}

/** The wave divides its places; the database lets that be done only before the opening. */
export async function dividePlaces(
  waveId: string,
  provinces: ReadonlyMap<string, number>,
  groups: ReadonlyMap<number, number>,
): Promise<void> {
  const parts = [
    ...[...provinces].map(([provinceCode, places]) => ({ waveId, provinceCode, priority: -1, places })),
    ...[...groups].map(([priority, places]) => ({ waveId, provinceCode: "", priority, places })),
  ];
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.waveQuota.createMany({ data: parts });
  });
}
