import type { StaffActor } from "#authorization/actor.ts";
import { type AccountId, isUuid, type ParticipantId } from "#kernel/identifiers.ts";
import { maskNik } from "#kernel/nik.ts";
import { ok } from "#kernel/result.ts";
import { database, type Transaction } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { signToken } from "#platform/db/token.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { isOfRegion, isOpenTo, statusOf } from "./policy.ts";
import type { AssistedCase, AssistedFacts, AssistedPage, AssistedPerson, Helper, Region } from "./types.ts";

const PAGE = 50;

/** The region that an officer's account looks after; null while none is assigned. */
export async function findOfficeRegion(
  officer: AccountId,
  tx: Transaction = database(),
): Promise<Region | null> {
  const office = await tx.officeRegion.findUnique({ where: { accountId: officer } });
  const area = office && (await tx.area.findUnique({ where: { code: office.regencyCode } }));
  return area && { code: area.code, name: area.name };
}

/** Marks the forms of one officer on a device that several use; says nothing of who that is. */
export function officerMark(officer: AccountId): string {
  return signToken("officer-mark", officer);
}

/** The villages of a region, "Kebun Lada (Binjai Utara)", for a form that works without a network. */
export async function findVillages(
  regencyCode: string,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return database().$queryRaw`
    SELECT v.code, v.name || ' (' || d.name || ')' AS name
    FROM area d JOIN area v ON v.parent_code = d.code
    WHERE d.parent_code = ${regencyCode}
    ORDER BY d.name, v.name`;
}

type Row = AssistedFacts & {
  readonly participantId: ParticipantId;
  readonly name: string | null;
  readonly nikCipher: Uint8Array | null;
  readonly since: Date;
};

/**
 * The people whom offices of the officer's region registered, the newest first, a page at a time; null while the
 * office has no region. Every look is written down with each person.
 */
export async function viewAssisted(actor: StaffActor, after?: string): Promise<AssistedPage | null> {
  const result = await inOneTransaction(actor, async (work) => {
    const region = await findOfficeRegion(actor.accountId, work.tx);
    if (!region) return ok(null);
    const rows = await findRows(work.tx, region, after && isUuid(after) ? after : null);
    const people = rows.slice(0, PAGE).map(personOf);
    await work.recordRead({
      participantIds: people.map(({ participantId }) => participantId),
      purpose: "office-assistance",
      data: ["name", "nik-masked"],
    });
    const next = rows.length > PAGE ? (people.at(-1)?.participantId ?? null) : null;
    return ok({ region, people, next });
  });
  return result.ok ? result.value : null;
}

async function findRows(tx: Transaction, region: Region, after: string | null): Promise<readonly Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT a.participant_id AS "participantId", r.full_name AS name, r.nik_cipher AS "nikCipher",
           a.created_at AS since, r.step::text AS step, v.status::text AS verification,
           a.submitted_at AS "submittedAt", a.taken_over_at AS "takenOverAt"
    FROM assisted_registration a
    LEFT JOIN registration r ON r.participant_id = a.participant_id
    LEFT JOIN verification v ON v.participant_id = a.participant_id
    WHERE a.regency_code = ${region.code}
      AND (${after}::uuid IS NULL OR (a.created_at, a.participant_id) <
           (SELECT b.created_at, b.participant_id FROM assisted_registration b
            WHERE b.participant_id = ${after}::uuid AND b.regency_code = ${region.code}))
    ORDER BY a.created_at DESC, a.participant_id DESC LIMIT ${PAGE + 1}`;
}

function personOf({ participantId, name, nikCipher, since, ...facts }: Row): AssistedPerson {
  const maskedNik = nikCipher ? maskNik(decryptField(nikCipher)) : "";
  return { participantId, name: name ?? "", maskedNik, since, status: statusOf(facts) };
}

/** One person's page; null for whoever is not of the officer's region. The look is written down. */
export async function viewAssistedCase(
  actor: StaffActor,
  participantId: string,
): Promise<AssistedCase | null> {
  if (!isUuid(participantId)) return null;
  const result = await inOneTransaction(actor, async (work) => {
    const region = await findOfficeRegion(actor.accountId, work.tx);
    const row = await work.tx.assistedRegistration.findUnique({ where: { participantId } });
    if (!region || !row || !isOfRegion(region, row)) return ok(null);
    const found = await findPerson(work.tx, row);
    await work.recordRead({
      participantIds: [found.participantId],
      purpose: "office-assistance",
      data: ["name", "nik-masked"],
    });
    const isOpen = isOpenTo(region, row);
    const photos = isOpen ? await findPhotos(work.tx, row.participantId) : { id_card: false, selfie: false };
    return ok({ ...found, office: region, isOpen, photos });
  });
  return result.ok ? result.value : null;
}

type AssistedRow = AssistedFactsOfRow & { readonly participantId: string; readonly createdAt: Date };
type AssistedFactsOfRow = Pick<AssistedFacts, "submittedAt" | "takenOverAt">;

async function findPerson(tx: Transaction, row: AssistedRow) {
  const id = row.participantId;
  const registration = await tx.registration.findUnique({ where: { participantId: id } });
  const verification = await tx.verification.findUnique({ where: { participantId: id } });
  const account = await tx.account.findUniqueOrThrow({ where: { id } });
  const person = personOf({
    participantId: id as ParticipantId,
    name: registration?.fullName ?? null,
    nikCipher: registration?.nikCipher ?? null,
    since: row.createdAt,
    step: registration?.step ?? null,
    verification: verification?.status ?? null,
    submittedAt: row.submittedAt,
    takenOverAt: row.takenOverAt,
  });
  const channels = [account.phoneIndex && ("sms" as const), account.email && ("email" as const)];
  return { ...person, channels: channels.filter((channel) => channel !== null && channel !== "") };
}

async function findPhotos(tx: Transaction, participantId: string): Promise<AssistedCase["photos"]> {
  const rows = await tx.idDocument.findMany({
    where: { participantId, replacedAt: null },
    select: { kind: true },
  });
  const has = (kind: "id_card" | "selfie") => rows.some((row) => row.kind === kind);
  return { id_card: has("id_card"), selfie: has("selfie") };
}

/** Who filled this registration in for the person; null when they did it themselves. */
export async function findHelper(participantId: ParticipantId): Promise<Helper | null> {
  const row = await database().assistedRegistration.findUnique({
    where: { participantId },
    select: { regencyCode: true, createdAt: true },
  });
  if (!row) return null;
  const area = await database().area.findUniqueOrThrow({ where: { code: row.regencyCode } });
  return { office: area.name, at: row.createdAt };
}
