import { randomBytes, randomUUID } from "node:crypto";
import { access, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { aVerifiedApplicant } from "../../support/people.ts";

const now = new Date("2026-11-24T03:00:00Z");
const before = process.env.FIELD_KEYS ?? "";
const oldKeys = JSON.parse(before) as Record<string, string>;
const bothKeys = { ...oldKeys, k2: randomBytes(32).toString("hex") };
const photo = new Uint8Array([255, 216, 255, 1, 2, 3]);

/** The portal's modules as a process with these keys has them. */
async function withKeys(keys: Record<string, string>) {
  process.env.FIELD_KEYS = JSON.stringify(keys);
  vi.resetModules();
  const fields = await import("#platform/db/field-encryption.ts");
  const files = await import("#platform/storage/private-files.ts");
  const { rotateKeys } = await import("../../../scripts/rotate-keys.ts");
  const rotate = (pace = {}) => rotateKeys(process.env.DATABASE_URL ?? "", undefined, pace);
  return { ...fields, ...files, rotate };
}

/** How many fields of the whole database begin with this key's id. */
async function countUnder(keyId: string): Promise<number> {
  const columns = await database().$queryRaw<{ table: string; name: string }[]>`
    SELECT table_name::text AS table, column_name::text AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type = 'bytea' AND column_name LIKE '%\\_cipher'`;
  let count = 0;
  for (const { table, name } of columns) {
    const [row] = await database().$queryRawUnsafe<[{ count: number }]>(
      `SELECT count(*)::int AS count FROM "${table}" WHERE convert_from(substring("${name}" FROM 1 FOR 8), 'UTF8') = $1`,
      keyId.padEnd(8, " "),
    );
    count += row.count;
  }
  return count;
}

async function nikCipherOf(participantId: ParticipantId): Promise<Uint8Array> {
  const row = await database().registration.findUniqueOrThrow({ where: { participantId } });
  return row.nikCipher ?? new Uint8Array();
}

let sari: ParticipantId;
let storageKey: string;

beforeEach(async () => {
  const { writePrivateFile } = await withKeys(oldKeys);
  sari = await aVerifiedApplicant(now);
  storageKey = `documents/${randomUUID()}`;
  await writePrivateFile(storageKey, photo);
  await database().idDocument.create({
    data: {
      id: randomUUID(),
      participantId: sari,
      kind: "id_card",
      storageKey,
      width: 1,
      height: 1,
      bytes: 6,
      createdAt: now,
    },
  });
});

afterEach(() => {
  process.env.FIELD_KEYS = before;
});

describe("after a new key was added", () => {
  test("what lies under the old one is read as ever, and new fields are under the new one", async () => {
    const { decryptField, encryptField, readPrivateFile } = await withKeys(bothKeys);
    expect(decryptField(await nikCipherOf(sari))).toMatch(/^127501\d{10}$/);
    expect(await readPrivateFile(storageKey)).toEqual(photo);
    expect(Buffer.from(encryptField("x")).toString("utf8", 0, 8)).toBe("k2      ");
  });

  test("the rotation leaves nothing under the old one, which may then go", async () => {
    const { rotate } = await withKeys(bothKeys);
    const nik = await nikCipherOf(sari);
    expect(await rotate({ batch: 2 })).toMatchObject({ unreadable: 0, files: expect.any(Number) });
    expect(await countUnder("k1")).toBe(0);
    expect(await nikCipherOf(sari)).not.toEqual(nik);

    const { decryptField, readPrivateFile } = await withKeys({ k2: bothKeys.k2 });
    expect(decryptField(await nikCipherOf(sari))).toMatch(/^127501\d{10}$/);
    expect(await readPrivateFile(storageKey)).toEqual(photo);
  });

  test("a rotation that was stopped half-way is run again; a third run finds nothing to do", async () => {
    for (const _ of [1, 2, 3]) await aVerifiedApplicant(now);
    const { rotate } = await withKeys(bothKeys);
    await rotate({ batch: 1, stopAfter: 2 });
    const halfway = await countUnder("k1");
    expect(halfway).toBeGreaterThan(0);
    expect(await countUnder("k2")).toBeGreaterThanOrEqual(2);
    await rotate();
    expect(await countUnder("k1")).toBe(0);
    const third = await rotate();
    expect([...third.renewed.values(), third.files].every((count) => count === 0)).toBe(true);
  });

  test("what is left of a file that was being renewed when the run was stopped does no harm", async () => {
    const { encryptField, readPrivateFile, rotate } = await withKeys(bothKeys);
    const folder = fileURLToPath(process.env.STORAGE_URL ?? "");
    await writeFile(join(folder, `${storageKey}.renewed`), encryptField("half").subarray(0, 20));
    expect((await rotate()).files).toBeGreaterThan(0);
    expect(await readPrivateFile(storageKey)).toEqual(photo);
    await expect(access(join(folder, `${storageKey}.renewed`))).rejects.toThrow();
  });

  test("a field that is under a key that nobody has is counted and left alone", async () => {
    const { encryptField } = await withKeys({ k0: randomBytes(32).toString("hex") });
    const lost = encryptField("x");
    await database().registration.update({ where: { participantId: sari }, data: { addressCipher: lost } });
    const { rotate } = await withKeys(bothKeys);
    expect(await rotate()).toMatchObject({ unreadable: 1 });
    expect(await nikCipherOf(sari)).toHaveProperty("1", "2".charCodeAt(0));
    await database().registration.update({ where: { participantId: sari }, data: { addressCipher: null } });
  });
});

describe("rows that never change", () => {
  test("let their ciphers be renewed by the rotation, and by nobody else", async () => {
    const { encryptField, rotate } = await withKeys(oldKeys);
    expect((await rotate()).renewed.size).toBeGreaterThan(5);
    const id = randomUUID();
    const email = null;
    await database().signUp.create({
      data: {
        id,
        displayName: "Sari",
        locale: "id",
        email,
        phoneCipher: encryptField("+6281234567890"),
        createdAt: now,
        completedAt: now,
      },
    });
    await expect(
      database().signUp.update({ where: { id }, data: { phoneCipher: encryptField("+6281234567891") } }),
    ).rejects.toThrow(/once/);
    const later = await withKeys(bothKeys);
    await later.rotate();
    const row = await database().signUp.findUniqueOrThrow({ where: { id } });
    expect(later.decryptField(row.phoneCipher ?? new Uint8Array())).toBe("+6281234567890");
    expect(await countUnder("k1")).toBe(0);
  });
});
