import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { blindIndex, encryptField } from "#platform/db/field-encryption.ts";
import type { WholeForm } from "../schema.ts";
import type { Identity, Statements } from "../types.ts";

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

/** Writes registrations that have every page but the photos, in one statement. */
export async function insertFilled(tx: Transaction, people: readonly Filled[], now: Date): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map((person) => rowOf(person, now));
  await tx.$executeRaw`
    INSERT INTO registration SELECT * FROM jsonb_populate_recordset(NULL::registration, ${JSON.stringify(rows)}::jsonb)`;
}

/** As the table names its columns; bytes are written in hexadecimal. */
function rowOf({ participantId, form, identity, statements }: Filled, now: Date) {
  return {
    participant_id: participantId,
    step: "photo",
    nik_cipher: sealed(identity.nik),
    nik_index: hex(blindIndex("nik", identity.nik)),
    family_card_cipher: sealed(identity.familyCard),
    family_card_index: hex(blindIndex("family-card", identity.familyCard)),
    birth_date: identity.birthDate,
    gender: identity.gender,
    full_name: form.fullName,
    birth_place: form.birthPlace,
    mother_name_cipher: sealed(form.motherName),
    phone_cipher: form.phone ? sealed(form.phone) : null,
    phone_index: form.phone ? hex(blindIndex("phone", form.phone)) : null,
    address_cipher: sealed(form.address),
    province_code: form.villageCode.slice(0, 2),
    regency_code: form.villageCode.slice(0, 5),
    district_code: form.villageCode.slice(0, 8),
    village_code: form.villageCode,
    education: form.education,
    marital_status: form.maritalStatus,
    dependants: form.dependants,
    employment: form.employment,
    disability: form.disability,
    wanted_category: form.wantedCategory,
    reason: form.reason,
    statements,
    started_at: now,
    updated_at: now,
  };
}

function sealed(text: string): string {
  return hex(encryptField(text));
}

/** As PostgreSQL reads bytes in a text. */
function hex(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString("hex")}`;
}
