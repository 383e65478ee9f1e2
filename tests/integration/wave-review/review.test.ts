import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import { viewApplicant } from "#features/wave-review/queries/applicant.ts";
import { findExclusions } from "#features/wave-review/queries/exclusions.ts";
import {
  countExported,
  exportLines,
  exportWorkbook,
  recordExport,
} from "#features/wave-review/queries/export.ts";
import { viewSample } from "#features/wave-review/queries/sample.ts";
import type { ExclusionReason, SampleFilter } from "#features/wave-review/types.ts";
import { excludeApplicant } from "#features/wave-review/use-cases/exclude-applicant.ts";
import { findWave } from "#features/waves/queries.ts";
import type { ListedWave } from "#features/waves/types.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertAccount, insertEntry, insertWave } from "../../../prisma/seed/people.ts";
import { anApplicantReadyToJoin } from "../../support/people.ts";
import { insertCrowd, fine as unnamed } from "../selection/crowds.ts";
import { aClosedWave, freeze, minutesOn, opening, putAside, theStaff } from "../selection/drawing.ts";

/** With a family card of their own. */
const fine = { ...unnamed, family: "" };

let admin: StaffActor;
let auditor: StaffActor;
beforeAll(async () => {
  admin = (await theStaff())[0];
  const account = { email: `auditor-${randomUUID().slice(0, 8)}@example.test`, name: "Pemeriksa" };
  const id = await insertAccount(account, { now: opening, role: "auditor" });
  auditor = { role: "auditor", accountId: id as string as AccountId, providerSlug: null, platformSlug: null };
});

const everybody: SampleFilter = { province: null, verdict: null, anomaly: null };
async function waveOf(id: string): Promise<ListedWave> {
  const wave = await findWave(id);
  if (!wave) throw new Error("there is no such wave");
  return wave;
}
const exclude = (waveId: string, participantId: string, reason: ExclusionReason = "double-registration") =>
  inOneTransaction(
    admin,
    (work) => excludeApplicant(work, { waveId, participantId, reason, note: "Dua pendaftaran, satu orang." }),
    { now: minutesOn(1) },
  );
const refusedWith = (code: string) => ({ ok: false, refusal: { code } });
const auditsOf = (action: string, subject: string) =>
  database().auditEvent.findMany({ where: { action, subject } });
const readsOf = (participantId: string) =>
  database().personalDataRead.findMany({ where: { participantId, purpose: "wave-review" } });

describe("taking somebody out of a wave", () => {
  it("keeps them out of the list that is fixed afterwards, with who did it and why", async () => {
    const people = await insertCrowd([fine, fine, fine]);
    const [sari = ""] = people;
    const waveId = await aClosedWave(people, 5);
    expect(await exclude(waveId, sari)).toEqual({ ok: true, value: { waveId, participantId: sari } });
    expect(await exclude(waveId, sari)).toEqual(refusedWith("review-excluded-already"));
    expect(await findExclusions(waveId)).toMatchObject({
      count: 1,
      rows: [
        {
          participantId: sari,
          reason: "double-registration",
          excludedBy: "Petugas",
          excludedAt: minutesOn(1),
        },
      ],
    });
    const [audit] = await auditsOf("applicant-excluded", `participant:${sari}`);
    expect(audit).toMatchObject({
      actorId: admin.accountId,
      details: { waveId, reason: "double-registration" },
    });
    await freeze(waveId);
    const key = { waveId_participantId: { waveId, participantId: sari } };
    expect(await database().frozenEntry.findUnique({ where: key })).toMatchObject({
      refusal: "entry-excluded",
    });
    expect(await database().drawLeaf.findUnique({ where: key })).toBeNull();
    expect(await exclude(waveId, people[1] ?? "")).toEqual(refusedWith("review-list-fixed"));
    await putAside(waveId);
  });

  it("is refused for whoever did not join, and for a wave that is not there", async () => {
    const [sari = ""] = await insertCrowd([fine]);
    const waveId = await aClosedWave([], 5);
    expect(await exclude(waveId, sari)).toEqual(refusedWith("review-not-in-wave"));
    expect(await exclude(randomUUID(), sari)).toEqual(refusedWith("review-wave-unknown"));
    expect(await database().waveExclusion.count({ where: { participantId: sari } })).toBe(0);
    await putAside(waveId);
  });

  it("works once when two administrators press at the same time", async () => {
    const people = await insertCrowd([fine]);
    const waveId = await aClosedWave(people, 5);
    const answers = await Promise.all([exclude(waveId, people[0] ?? ""), exclude(waveId, people[0] ?? "")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual(refusedWith("review-excluded-already"));
    await putAside(waveId);
  });

  it("needs a reason with a sentence and a note that says something, whoever writes the row", async () => {
    const people = await insertCrowd([fine]);
    const waveId = await aClosedWave(people, 5);
    const row = (changes: object) =>
      database().waveExclusion.create({
        data: {
          ...{ waveId, participantId: people[0] ?? "", reason: "deceased", note: "Menurut kelurahan." },
          ...{ excludedBy: admin.accountId, excludedAt: minutesOn(1), ...changes },
        },
      });
    await expect(row({ reason: "dislike" })).rejects.toThrow("wave_exclusion_reason");
    await expect(row({ note: "         x" })).rejects.toThrow("wave_exclusion_note");
    await putAside(waveId);
  });
});

describe("a sample", () => {
  it("shows the same twenty again under the same seed, others under another, and each can see that they were looked at", async () => {
    const waveId = await aClosedWave(await insertCrowd(Array.from({ length: 60 }, () => fine)), 5);
    const wave = await waveOf(waveId);
    const sample = async (seed: number) =>
      (await viewSample(admin, wave, { seed, filter: everybody })).rows.map(
        ({ participantId }) => participantId,
      );
    const first = await sample(42);
    expect(first).toHaveLength(20);
    expect(await sample(42)).toEqual(first);
    expect(await sample(43)).not.toEqual(first);
    const reads = await readsOf(first[0] ?? "");
    expect(reads.length).toBeGreaterThanOrEqual(2);
    expect(reads[0]).toMatchObject({ actorId: admin.accountId, data: ["name", "nik-masked", "situation"] });
    expect(await auditsOf("wave-sampled", `wave:${waveId}`)).toHaveLength(3);

    await freeze(waveId);
    const fixed = await viewSample(admin, await waveOf(waveId), { seed: 42, filter: everybody });
    expect(fixed.rows.map(({ participantId }) => participantId)).toEqual(first);
    expect(fixed.isFixed).toBe(true);
    await putAside(waveId);
  });

  it.each(["before", "after"])(
    "of one province or one verdict shows nobody else, %s the freeze",
    async (moment) => {
      const crowd = [
        ...Array.from({ length: 5 }, () => fine),
        ...Array.from({ length: 4 }, () => ({ ...fine, province: "31" })),
        ...Array.from({ length: 3 }, () => ({ ...fine, barred: true })),
      ];
      const people = await insertCrowd(crowd);
      const waveId = await aClosedWave(people, 5);
      if (moment === "after") await freeze(waveId);
      const wave = await waveOf(waveId);
      const shown = async (changes: Partial<SampleFilter>) =>
        (await viewSample(admin, wave, { seed: 7, filter: { ...everybody, ...changes } })).rows
          .map(({ participantId }) => participantId)
          .toSorted();
      expect(await shown({ province: "31" })).toEqual(people.slice(5, 9).toSorted());
      expect(await shown({ verdict: "entry-blacklisted" })).toEqual(people.slice(9).toSorted());
      expect(await shown({ verdict: "eligible" })).toEqual(people.slice(0, 9).toSorted());
      expect(await shown({ verdict: "eligible", province: "12" })).toEqual(people.slice(0, 5).toSorted());
      await putAside(waveId);
    },
  );

  it("masks names and numbers, and shows an auditor none", async () => {
    const sari = await anApplicantReadyToJoin(opening);
    const waveId = await aClosedWave([sari], 5);
    const wave = await waveOf(waveId);
    const [seen] = (await viewSample(admin, wave, { seed: 1, filter: everybody })).rows;
    expect(seen).toMatchObject({
      name: "S••• S•••",
      age: 26,
      gender: "female",
      province: expect.any(String),
    });
    expect(seen?.nik).toMatch(/^127501••••••\d{4}$/);
    const [unnamed] = (await viewSample(auditor, wave, { seed: 1, filter: everybody })).rows;
    expect(unnamed).toMatchObject({ participantId: sari, name: null, nik: null, refusal: null });
    expect((await readsOf(sari)).map(({ data }) => data)).toContainEqual(["situation"]);
    await putAside(waveId);
  });
});

describe("one applicant", () => {
  it("is shown with facts, verdict and exclusion, and can see who looked", async () => {
    const sari = await anApplicantReadyToJoin(opening);
    const waveId = await aClosedWave([sari], 5);
    await exclude(waveId, sari, "own-request");
    const wave = await waveOf(waveId);
    expect(await viewApplicant(admin, wave, sari)).toMatchObject({
      ...{
        name: "Sari Simulasi",
        birth: "2000-05-17",
        refusal: "entry-excluded",
        isFixed: false,
        place: null,
      },
      exclusion: { reason: "own-request", excludedBy: "Petugas" },
    });
    expect(await viewApplicant(auditor, wave, sari)).toMatchObject({ name: null, nik: null, birth: null });
    expect(await readsOf(sari)).toHaveLength(2);
    expect(await auditsOf("applicant-viewed", `participant:${sari}`)).toHaveLength(2);
    await putAside(waveId);
  });

  it("who did not join the wave is not shown, and nothing is written down", async () => {
    const sari = await anApplicantReadyToJoin(opening);
    const waveId = await aClosedWave([], 5);
    expect(await viewApplicant(admin, await waveOf(waveId), sari)).toBeNull();
    expect(await viewApplicant(admin, await waveOf(waveId), "nobody")).toBeNull();
    expect(await readsOf(sari)).toEqual([]);
    await putAside(waveId);
  });
});

async function textOf(wave: ListedWave): Promise<readonly string[]> {
  const stretches: string[] = [];
  for await (const stretch of exportLines(wave, "id")) stretches.push(stretch);
  return stretches;
}

describe("an export", () => {
  it("has a line for everybody of the fixed list, without name or NIK, and is written down for auditors too", async () => {
    const sari = await anApplicantReadyToJoin(opening);
    const [barred = ""] = await insertCrowd([{ ...fine, barred: true, province: "31" }]);
    const waveId = await aClosedWave([sari, barred as ParticipantId], 5);
    expect(await countExported(waveId)).toBe(0);
    await freeze(waveId);
    const wave = await waveOf(waveId);
    await recordExport(auditor, wave, "csv");
    const lines = (await textOf(wave)).join("").replace("\uFEFF", "").trim().split("\r\n");
    expect(lines[0]).toBe(
      "Nomor peserta;Provinsi;Jenis kelamin;Usia saat ditutup;Pendidikan;Prioritas;Disabilitas;Status;Alasan",
    );
    const of = (id: string) =>
      lines
        .find((line) => line.startsWith(id))
        ?.split(";")
        .slice(2);
    expect(of(sari)).toEqual([
      "Perempuan",
      "26",
      "SMA atau sederajat",
      "Lainnya",
      "Tidak",
      "Memenuhi syarat",
      "",
    ]);
    expect(of(barred)?.slice(-2)).toEqual(["Tidak memenuhi syarat", "Ada dalam daftar hitam"]);
    expect(lines).toHaveLength(3);
    expect(lines.join()).not.toMatch(/Sari|\d{16}/);
    const [audit] = await auditsOf("wave-exported", `wave:${waveId}`);
    expect(audit).toMatchObject({ actorId: auditor.accountId, details: { format: "csv" } });
    expect((await exportWorkbook(wave, "id"))?.length).toBeGreaterThan(1_000);
    expect(await countExported(waveId)).toBe(2);
    await putAside(waveId);
  });

  it("of more people than are read at once has each exactly once, in stretches", async () => {
    const waveId = await insertWave(701, 10, opening);
    await database().$executeRaw`
      INSERT INTO frozen_entry (wave_id, participant_id, verified, recipient, blacklisted, excluded_occupation, in_education,
        other_aid, laid_off, excluded, family_recipients)
      SELECT ${waveId}::uuid, gen_random_uuid(), true, false, false, false, false, false, false, false, 0 FROM generate_series(1, 10000)`;
    const [header, ...stretches] = await textOf(await waveOf(waveId));
    expect(header).toContain("Nomor peserta");
    const ids = stretches.flatMap((text) =>
      text
        .trim()
        .split("\r\n")
        .map((line) => line.slice(0, 36)),
    );
    expect(stretches.map((text) => text.trim().split("\r\n").length)).toEqual([5_000, 5_000]);
    expect(new Set(ids).size).toBe(10_000);
    await putAside(waveId);
  });

  it("as a workbook is refused above its limit, before anything is read", async () => {
    const waveId = await insertWave(702, 10, opening);
    const [one] = await insertCrowd([fine]);
    if (one) await insertEntry(one, waveId, opening);
    await database().drawList.create({
      data: {
        ...{ waveId, rule: 2, salt: new Uint8Array(32), root: new Uint8Array(32), entryCount: 100_000 },
        ...{ refusedCount: 1, frozenAt: opening, frozenBy: admin.accountId },
      },
    });
    expect(await exportWorkbook(await waveOf(waveId), "id")).toBeNull();
    await putAside(waveId);
  });
});
