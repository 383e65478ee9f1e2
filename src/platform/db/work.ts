import { type Actor, actorName, isStaff } from "#authorization/actor.ts";
import type { PublishedEvent } from "#kernel/event.ts";
import { type Id, type ParticipantId, uuidv7 } from "#kernel/identifiers.ts";
import type { Chance } from "#kernel/random.ts";
import type { Result } from "#kernel/result.ts";
import { enqueueEvent } from "#platform/queue/queue.ts";
import { realChance } from "./chance.ts";
import { database, isRetryable, type Transaction } from "./client.ts";
import { programmeNow } from "./clock.ts";

/**
 * What a use-case is handed: one transaction, one moment, one actor. It has no other way to the time, to chance or
 * to the outside, so that it can be run again and tested.
 */
export type Work<Who extends Actor = Actor> = {
  readonly tx: Transaction;
  readonly actor: Who;
  /** The programme's time; the same for everything in this work. */
  readonly now: Date;
  readonly chance: Chance;
  newId<Kind extends string>(): Id<Kind>;
  /** Tells later stages, when the transaction commits. */
  publish(event: PublishedEvent): Promise<void>;
  /** Writes an audit row; compulsory for commands of staff. */
  record(entry: AuditEntry): Promise<void>;
  /** Writes down that a member of the staff looked at these people's data; the person can read it. */
  recordRead(read: PersonalDataRead): Promise<void>;
};

export type AuditEntry = {
  readonly action: string;
  /** What it was done to: "wave:<id>", "participant:<id>". */
  readonly subject?: string;
  /** Never personal data. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
};

/** Why somebody of the staff looks at a person's data; each has a sentence in the messages of "personal-data". */
export const readPurposes = [
  "office-recipients",
  "office-assistance",
  "class-attendance",
  "verification-review",
  "wave-review",
  "support",
] as const;
/** What is looked at; each has a word in the messages of "personal-data". */
export const readData = [
  "name",
  "nik-masked",
  "nik",
  "family-card",
  "birth",
  "mother-name",
  "phone",
  "address",
  "situation",
  "id-card",
  "selfie",
] as const;

export type PersonalDataRead = {
  readonly participantIds: readonly ParticipantId[];
  readonly purpose: (typeof readPurposes)[number];
  readonly data: readonly (typeof readData)[number][];
};

/** `seconds`: how long the transaction may last; a whole wave takes longer than a person may wait for. */
type Conditions = { readonly now?: Date; readonly chance?: Chance; readonly seconds?: number };

class RolledBack extends Error {
  readonly refusal: unknown;
  constructor(refusal: unknown) {
    super("rolled back by a refusal");
    this.refusal = refusal;
  }
}

const TRIES = 4;

/**
 * Runs a use-case in one transaction: all of it happens, or nothing. A refusal rolls back, unless it says that it
 * keeps what was written; a conflict with another transaction is tried again. Nothing outside the database is called in here.
 */
export async function inOneTransaction<Who extends Actor, Value, Refusal>(
  actor: Who,
  run: (work: Work<Who>) => Promise<Result<Value, Refusal>>,
  conditions: Conditions = {},
): Promise<Result<Value, Refusal>> {
  const now = conditions.now ?? (await programmeNow());
  const chance = conditions.chance ?? realChance;
  const options = conditions.seconds === undefined ? {} : { timeout: conditions.seconds * 1_000 };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database().$transaction(async (tx) => {
        const result = await run(workWith(tx, actor, now, chance));
        if (!result.ok && !result.keeps) throw new RolledBack(result.refusal);
        return result;
      }, options);
    } catch (error) {
      if (error instanceof RolledBack) return { ok: false, refusal: error.refusal as Refusal };
      if (attempt === TRIES || !isRetryable(error)) throw error;
    }
  }
}

function workWith<Who extends Actor>(tx: Transaction, actor: Who, now: Date, chance: Chance): Work<Who> {
  const newId = <Kind extends string>() => uuidv7(now, chance.bytes(10)) as Id<Kind>;
  return {
    tx,
    actor,
    now,
    chance,
    newId,
    publish: (event) => enqueueEvent(tx, event),
    record: async ({ action, subject, details }) => {
      const isPerson = actor.role !== "visitor" && actor.role !== "system";
      await tx.auditEvent.create({
        data: {
          id: newId(),
          at: now,
          actorId: isPerson ? actorName(actor) : null,
          actorRole: actor.role,
          action,
          subject: subject ?? null,
          details: { ...details },
        },
      });
    },
    recordRead: async ({ participantIds, purpose, data }) => {
      if (!isStaff(actor)) throw new Error("only the staff's reads are written down");
      const read = { at: now, actorId: actor.accountId, actorRole: actor.role, purpose, data: [...data] };
      await tx.personalDataRead.createMany({
        data: participantIds.map((participantId) => ({ ...read, participantId, id: newId() })),
      });
    },
  };
}
