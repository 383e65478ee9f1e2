import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { checkBulkFileReaction } from "#features/bulk-registration/use-cases/check-file.ts";
import { continueBulkFilesDue } from "#features/bulk-registration/use-cases/continue-files.ts";
import { findIdentity } from "#features/registration/queries.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { aVerifiedApplicant } from "../../support/people.ts";
import { type ListedPerson, listedPerson, listOf } from "../../support/people-list.ts";
import {
  anOfficer,
  binjai,
  checkUntilDone,
  now,
  peopleOf,
  refusals,
  theFile,
  upload,
  uploadAndCheck,
} from "./offices.ts";

let next = 100;
const somebody = (changes: Partial<ListedPerson> = {}) => {
  next += 1;
  return listedPerson(next, changes);
};
const somebodies = (count: number) => Array.from({ length: count }, () => somebody());

describe("a list with some rows to mend", () => {
  test("is taken row by row: the right ones in, the others told why, all at once", async () => {
    const officer = await anOfficer();
    await aVerifiedApplicant(now, { serial: "9777" });
    const first = somebody();
    const people = [
      first, // row 2
      ...somebodies(20),
      somebody({ gender: "?", birthDate: "31/02/1970", dependants: "dua" }), // row 23
      somebody({ nik: "3.27501E+15" }),
      somebody({ phone: "81234567890" }),
      somebody({ nik: first.nik }), // row 26
      listedPerson(1, { nik: "1275015705009777", birthDate: "17/05/2000" }),
      somebody({ villageCode: "12.71.01.1001" }),
      somebody({ inEducation: "ya", wantedCategory: "sulap" }), // row 29
      somebody({ consent: "" }),
      somebody({ birthDate: "17/05/1999" }), // row 31
    ];
    const id = await uploadAndCheck(officer, await listOf(people));
    expect(await theFile(id)).toMatchObject({
      status: "checked",
      rowsTotal: 30,
      rowsTaken: 21,
      rowsRefused: 9,
    });
    expect(await refusals(id)).toEqual({
      23: ["gender choose-one", "birthDate registration-birth-date-shape", "dependants number-only"],
      24: ["nik bulk-number-shortened"],
      25: ["phone bulk-zero-lost"],
      26: ["nik bulk-row-repeated"],
      27: ["nik bulk-nik-registered"],
      28: ["villageCode bulk-village-elsewhere"],
      29: ["inEducation registration-in-education", "wantedCategory registration-category-unknown"],
      30: ["consent bulk-consent-missing"],
      31: ["birthDate nik-birth-date-differs"],
    });
  });

  test("brings everybody as far as the photo, with an account that waits and the help on record", async () => {
    const officer = await anOfficer();
    const person = somebody({ email: "Sari-Kolektif@example.test", fullName: "Sari Kolektif" });
    const id = await uploadAndCheck(officer, await listOf([person], "csv"));
    const [taken] = await peopleOf(id);
    const participantId = (taken?.participantId ?? "") as ParticipantId;
    expect(await database().account.findUniqueOrThrow({ where: { id: participantId } })).toMatchObject({
      email: "sari-kolektif@example.test",
      passwordHash: null,
      displayName: "Sari Kolektif",
      role: "participant",
    });
    expect(await database().registration.findUniqueOrThrow({ where: { participantId } })).toMatchObject({
      step: "photo",
      villageCode: "12.75.02.1001",
      employment: "unemployed",
      statements: { version: 1, employment: "unemployed", excludedOccupation: false },
    });
    expect(await findIdentity(participantId)).toMatchObject({
      nik: person.nik,
      familyCard: person.familyCard,
      phone: `+62${person.phone.slice(1)}`,
    });
    expect(
      await database().assistedRegistration.findUniqueOrThrow({ where: { participantId } }),
    ).toMatchObject({
      officerId: officer.accountId,
      regencyCode: binjai.code,
      source: "bulk",
      consentMethod: "signed_paper",
    });
  });

  test("tells a phone and an e-mail address that have an account", async () => {
    const officer = await anOfficer();
    const one = somebody({ email: "satu-kolektif@example.test" });
    await uploadAndCheck(officer, await listOf([one]));
    const id = await uploadAndCheck(
      officer,
      await listOf([
        somebody({ phone: one.phone }),
        somebody({ phone: "", email: one.email }),
        somebody({ phone: "" }),
      ]),
    );
    expect(await refusals(id)).toEqual({
      2: ["phone registration-phone-taken"],
      3: ["email account-contact-taken"],
    });
  });

  test("may hold what no database keeps", async () => {
    const people = [
      ...somebodies(30),
      somebody({ address: "Jalan\u0001 \u0000Melati 12" }),
      somebody({ reason: "'); DROP TABLE account; -- lebih dari dua puluh huruf" }),
    ];
    const id = await uploadAndCheck(await anOfficer(), await listOf(people, "csv"));
    expect(await theFile(id)).toMatchObject({ rowsTaken: 32 });
  });
});

describe("the same list", () => {
  test("twice makes no double and leads to the first", async () => {
    const officer = await anOfficer();
    const bytes = await listOf(somebodies(3));
    const id = await uploadAndCheck(officer, bytes);
    expect(await upload(await anOfficer(), bytes)).toEqual({
      ok: true,
      value: { bulkFileId: id, isNew: false },
    });
    expect(await peopleOf(id)).toHaveLength(3);
  });

  test("uploaded by two officers at once is one list", async () => {
    const bytes = await listOf(somebodies(3));
    const officers = await Promise.all([anOfficer(), anOfficer()]);
    const received = await Promise.all(officers.map((officer) => upload(officer, bytes)));
    const ids = received.map((result) => (result.ok ? result.value.bulkFileId : result.refusal.code));
    expect(new Set(ids).size).toBe(1);
    expect(await database().bulkFile.count({ where: { id: ids[0] } })).toBe(1);
  });

  test("checked by two workers at once is decided once", async () => {
    const received = await upload(await anOfficer(), await listOf(somebodies(900)));
    const bulkFileId = received.ok ? received.value.bulkFileId : "";
    await Promise.all([checkBulkFileReaction({ bulkFileId }), checkBulkFileReaction({ bulkFileId })]);
    expect(await theFile(bulkFileId)).toMatchObject({ status: "checked", rowsTaken: 900, rowsRefused: 0 });
    expect(await peopleOf(bulkFileId)).toHaveLength(900);
  });
});

describe("a worker that is killed", () => {
  test("leaves a list that goes on behind its last row, without a double", async () => {
    const people = somebodies(1_300).map((person, index) =>
      index % 100 === 7 ? { ...person, gender: "?" } : person,
    );
    const received = await upload(await anOfficer(), await listOf(people, "csv"));
    const bulkFileId = received.ok ? received.value.bulkFileId : "";
    const { signal, decided } = await killOnTheWay(bulkFileId);
    expect(signal).toBe("SIGKILL");
    expect(decided).toBeGreaterThan(0);
    expect(decided).toBeLessThan(1_300);
    await checkUntilDone(bulkFileId);
    expect(await theFile(bulkFileId)).toMatchObject({ status: "checked", rowsTaken: 1_287, rowsRefused: 13 });
    expect(await database().bulkRow.count({ where: { bulkFileId } })).toBe(1_300);
  });

  test("is replaced: what stands still is taken up again", async () => {
    const received = await upload(await anOfficer(), await listOf(somebodies(1)));
    const bulkFileId = received.ok ? received.value.bulkFileId : "";
    const { receivedAt } = await theFile(bulkFileId);
    await continueBulkFilesDue(addSeconds(receivedAt, 30));
    expect(await waiting(bulkFileId)).toBe(1);
    await continueBulkFilesDue(addSeconds(receivedAt, 91));
    expect(await waiting(bulkFileId)).toBe(2);
  });
});

describe("a list that cannot be taken as a whole", () => {
  test("is longer than ten thousand people, and nobody of it is taken", async () => {
    const person = somebody();
    const id = await uploadAndCheck(await anOfficer(), await listOf(Array(10_001).fill(person), "csv"));
    expect(await theFile(id)).toMatchObject({
      status: "failed",
      failure: "bulk-file-too-many-rows",
      rowsTaken: 0,
    });
  });

  test("holds nothing but the example", async () => {
    const id = await uploadAndCheck(
      await anOfficer(),
      await listOf([somebody({ nik: "contoh: 1275015705009001" })]),
    );
    expect(await theFile(id)).toMatchObject({ status: "failed", failure: "bulk-file-empty" });
  });

  test("comes from an office without a region", async () => {
    const bytes = await listOf([somebody()]);
    expect(await upload(await anOfficer(null), bytes)).toMatchObject({ refusal: { code: "bulk-no-region" } });
  });

  test("lacks columns, which are named", async () => {
    const bytes = new TextEncoder().encode("NIK;Nama lengkap;NIK\n1;a;2\n");
    const missing = await upload(await anOfficer(), bytes);
    expect(missing).toMatchObject({ refusal: { code: "bulk-columns-missing" } });
    expect(missing.ok ? "" : "columns" in missing.refusal && missing.refusal.columns).toContain(
      "Nomor KK, Jenis kelamin",
    );
  });
});

/** Runs the check in a process of its own and kills that as soon as some rows are decided. */
async function killOnTheWay(bulkFileId: string) {
  const script = `const { checkBulkFileReaction } = await import("#features/bulk-registration/use-cases/check-file.ts");
    await checkBulkFileReaction({ bulkFileId: "${bulkFileId}" });`;
  const child = spawn("node", ["--input-type=module", "-e", script], { stdio: "ignore" });
  const gone = once(child, "exit");
  while (child.exitCode === null) {
    // The database waits a little, so that the child has the processor.
    const [row] = await database().$queryRaw<{ readonly decided: number }[]>`
      SELECT last_row AS decided FROM bulk_file, pg_sleep(0.01) WHERE id = ${bulkFileId}::uuid`;
    if (row && row.decided > 0) break;
  }
  child.kill("SIGKILL");
  const [, signal] = await gone;
  const { rowsTaken, rowsRefused } = await theFile(bulkFileId);
  return { signal, decided: rowsTaken + rowsRefused };
}

async function waiting(bulkFileId: string): Promise<number> {
  const rows = await database().$queryRaw<{ readonly n: number }[]>`
    SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'events' AND data->'payload'->>'bulkFileId' = ${bulkFileId}`;
  return rows[0]?.n ?? 0;
}
