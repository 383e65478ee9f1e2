import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { blindIndex, encryptField } from "#platform/db/field-encryption.ts";

type Opened = {
  readonly id: ParticipantId;
  readonly displayName: string;
  readonly email?: string;
  readonly phone?: string;
  readonly locale: string;
};

/** Opens accounts of participants without a password, in one statement; whose contact is taken is left out. */
export async function insertAccountsForPeople(
  tx: Transaction,
  people: readonly Opened[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = people.map((person) => ({
    id: person.id,
    email: person.email ?? null,
    phone_cipher: person.phone ? hex(encryptField(person.phone)) : null,
    phone_index: person.phone ? hex(blindIndex("phone", person.phone)) : null,
    display_name: person.displayName,
    locale: person.locale,
  }));
  const opened = await tx.$queryRaw<{ readonly id: string }[]>`
    INSERT INTO account (id, email, phone_cipher, phone_index, role, display_name, locale, created_at)
    SELECT id, email, phone_cipher, phone_index, 'participant', display_name, locale, ${now}::timestamptz
    FROM jsonb_populate_recordset(NULL::account, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT DO NOTHING RETURNING id`;
  return new Set(opened.map(({ id }) => id));
}

/** As PostgreSQL reads bytes in a text. */
function hex(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString("hex")}`;
}
