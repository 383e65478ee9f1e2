import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";
import type { WholeForm } from "../schema.ts";
import type { Identity, Statements } from "../types.ts";
import {
  addressColumns,
  domicileColumns,
  identityColumns,
  personalColumns,
  situationColumns,
} from "./columns.ts";

/** Which of these villages exist, and every category. */
export async function findKnownCodes(tx: Transaction, villages: readonly string[]) {
  const areas = await tx.area.findMany({
    where: { code: { in: [...new Set(villages)] }, level: 4 },
    select: { code: true },
  });
  const categories = await tx.category.findMany({ select: { code: true } });
  return {
    villages: new Set(areas.map(({ code }) => code)),
    categories: new Set(categories.map(({ code }) => code)),
  };
}

type Numbers = { readonly nik: string; readonly phone: string | null };

/**
 * The NIKs and phones among these that somebody registered with. Holds them all until the transaction ends, always in
 * the same order, so that no two lists wait for each other.
 */
export async function findTaken(tx: Transaction, people: readonly Numbers[]): Promise<ReadonlySet<string>> {
  const niks = new Map(people.map(({ nik }) => [hex(blindIndex("nik", nik)), nik]));
  const phones = new Map(
    people.flatMap(({ phone }) => (phone ? [[hex(blindIndex("phone", phone)), phone] as const] : [])),
  );
  const locks = [...niks.keys(), ...phones.keys()].map(lockOf).toSorted();
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(number) FROM unnest(${locks}::bigint[]) AS held (number)`;
  const rows = await tx.$queryRaw<{ readonly nik: string | null; readonly phone: string | null }[]>`
    SELECT nik_index::text AS nik, NULL AS phone FROM registration
    WHERE nik_index = ANY(${[...niks.keys()]}::text[]::bytea[])
    UNION ALL
    SELECT NULL, phone_index::text FROM registration
    WHERE phone_index = ANY(${[...phones.keys()]}::text[]::bytea[])`;
  const taken = rows.map(({ nik, phone }) => niks.get(nik ?? "") ?? phones.get(phone ?? ""));
  return new Set(taken.filter((number) => number !== undefined));
}

/** The first eight bytes, as a single person's command locks the same number. */
function lockOf(index: string): string {
  return BigInt.asIntN(64, BigInt(`0x${index.slice(2, 18)}`)).toString();
}

type Filled = {
  readonly participantId: ParticipantId;
  readonly form: WholeForm;
  readonly identity: Identity;
  readonly statements: Statements;
};

/** Writes registrations that have every page but the photos, as one value, in one statement. */
export async function insertFilled(tx: Transaction, people: readonly Filled[], now: Date): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map(({ participantId, form, identity, statements }) =>
    asRow({
      participantId,
      step: "photo",
      ...identityColumns(identity),
      ...personalColumns(form),
      ...addressColumns(form),
      ...domicileColumns(form.domicile),
      ...situationColumns(form),
      statements,
      startedAt: now,
      updatedAt: now,
    }),
  );
  await tx.$executeRaw`
    INSERT INTO registration
    SELECT * FROM jsonb_populate_recordset(NULL::registration, ${JSON.stringify(rows)}::jsonb)`;
}

/** Under the names of the table, bytes as PostgreSQL reads them in a text. */
function asRow(columns: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value instanceof Uint8Array ? hex(value) : value,
    ]),
  );
}

function hex(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString("hex")}`;
}
