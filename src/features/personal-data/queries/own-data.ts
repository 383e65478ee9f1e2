import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { Prisma } from "#platform/db/generated/client.ts";
import type { ExportedData, ExportedRow, OwnCounts } from "../types.ts";

/** Where people's rows are: by their own column, or through another table of theirs. */
export type Source = {
  readonly table: string;
  readonly owner: string;
  readonly through?: { readonly table: string; readonly key: string; readonly owner: string };
};

/** The books know their owners by text: the state is one too. */
const OWNER_IN_LEDGER = "owner";

const own = (table: string, owner = "participant_id"): Source => ({ table, owner });

/** Every table that keeps something about a person, in the order in which it comes about. */
export const sources: readonly Source[] = [
  own("account", "id"),
  own("session", "account_id"),
  own("passkey", "account_id"),
  own("second_factor", "account_id"),
  own("one_time_code", "holder_id"),
  own("contact_change", "account_id"),
  own("registration"),
  own("id_document"),
  own("assisted_registration"),
  own("verification"),
  own("register_answer"),
  own("review_case"),
  own("test_attempt"),
  {
    table: "test_answer",
    owner: "attempt_id",
    through: { table: "test_attempt", key: "id", owner: "participant_id" },
  },
  ...["test_time_given_back", "test_flag"].map((table) => ({
    table,
    owner: "attempt_id",
    through: { table: "test_attempt", key: "id", owner: "participant_id" },
  })),
  own("wave_entry"),
  own("wave_exclusion"),
  own("frozen_entry"),
  own("draw_leaf"),
  own("wave_objection"),
  own("freed_place"),
  own("determination"),
  own("recipient_card"),
  own("induction"),
  own("card_showing"),
  own("purchase_intent"),
  own("purchase"),
  own("watch_progress"),
  own("checkpoint_answer"),
  own("quiz_submission"),
  own("training_completion"),
  own("review"),
  own("certificate"),
  own("survey_round"),
  own("payout_account"),
  own("sso_grant"),
  own("incentive_payment"),
  {
    table: "payment_order",
    owner: "payment_id",
    through: { table: "incentive_payment", key: "id", owner: "participant_id" },
  },
  own("ledger_account", OWNER_IN_LEDGER),
  {
    table: "ledger_entry",
    owner: "account_id",
    through: { table: "ledger_account", key: "id", owner: OWNER_IN_LEDGER },
  },
  own("membership"),
  own("deadline_reminder"),
  own("notification"),
  own("personal_data_read"),
];

/** What nobody is handed: keys, secrets, who of the staff it was, and names of other people. */
const withheld = new Set([
  "password_hash",
  "session_version",
  "seed",
  "secret_cipher",
  "pending_cipher",
  "recovery_batch",
  "public_key",
  "counter",
  "storage_key",
  "witness_name_cipher",
  "officer_id",
  "actor_id",
  "assigned_to",
  "decided_by",
  "excluded_by",
  "answered_by",
  "judged_by",
  "taken_by",
  "device_record_id",
]);

/** No section of one person comes near it. */
const MOST_ROWS = 20_000;

/** Everything that the portal keeps about this person, readable. */
export async function findOwnData(participantId: ParticipantId): Promise<ExportedData> {
  const sections: [string, readonly ExportedRow[]][] = [];
  for (const source of sources) {
    const rows = await findRows(source, participantId);
    sections.push([camelCase(source.table), rows.map((row) => readable(row, source.table))]);
  }
  return Object.fromEntries(sections);
}

/** How much there is, for the page that shows what the file holds. */
export async function countOwnData(participantId: ParticipantId): Promise<OwnCounts> {
  const where = { participantId };
  const db = database();
  const [tests, waves, purchases, certificates, incentives, surveys, notifications, reads] =
    await Promise.all([
      db.testAttempt.count({ where }),
      db.waveEntry.count({ where }),
      db.purchase.count({ where }),
      db.certificate.count({ where }),
      db.incentivePayment.count({ where }),
      db.surveyRound.count({ where }),
      db.notification.count({ where }),
      db.personalDataRead.count({ where }),
    ]);
  return { tests, waves, purchases, certificates, incentives, surveys, notifications, reads };
}

async function findRows(
  { table, owner, through }: Source,
  participantId: ParticipantId,
): Promise<readonly ExportedRow[]> {
  const isOf = (column: string) =>
    Prisma.sql`${Prisma.raw(column)} = ${participantId}${Prisma.raw(column === OWNER_IN_LEDGER ? "" : "::uuid")}`;
  const mine = through
    ? Prisma.sql`${Prisma.raw(owner)} IN (SELECT ${Prisma.raw(through.key)} FROM ${Prisma.raw(through.table)} WHERE ${isOf(through.owner)})`
    : isOf(owner);
  const rows = await database().$queryRaw<{ row: ExportedRow }[]>(
    Prisma.sql`SELECT to_jsonb(t) AS row FROM ${Prisma.raw(table)} t WHERE ${mine} LIMIT ${MOST_ROWS}`,
  );
  return rows.map(({ row }) => row);
}

function readable(row: ExportedRow, table: string): ExportedRow {
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, value]): [string, unknown][] => {
      if (withheld.has(column) || column.endsWith("_index") || isSecretOf(table, column)) return [];
      const isBytes = typeof value === "string" && value.startsWith("\\x");
      if (!column.endsWith("_cipher")) return isBytes ? [] : [[camelCase(column), value]];
      const text = isBytes ? decryptField(Buffer.from(value.slice(2), "hex")) : null;
      return [[camelCase(column.replace(/_cipher$/, "")), text]];
    }),
  );
}

/** The number of the card is shown after the induction and nowhere else. */
function isSecretOf(table: string, column: string): boolean {
  return table === "recipient_card" && column === "number_cipher";
}

function camelCase(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
