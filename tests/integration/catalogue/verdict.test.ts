import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { tellVerdictReaction } from "#features/catalogue/use-cases/send-verdict-letters.ts";
import { database } from "#platform/db/client.ts";
import { insertAccount } from "../../../prisma/seed/people.ts";
import { type SmtpSink, startSmtpSink } from "../../support/smtp-sink.ts";
import { flowers, judge, now, OURS, sold, submitted, THEIRS, write } from "./provider.ts";

let sink: SmtpSink;
const spokespeople = new Map<string, string>();

beforeAll(async () => {
  sink = await startSmtpSink();
  process.env.SMTP_URL = sink.url;
  const people = [
    { email: "sekar@lembaga.example", name: "Sekar", providerSlug: OURS },
    { email: "teguh@lembaga.example", name: "Teguh", providerSlug: OURS },
    { email: "lain@lembaga.example", name: "Lain", providerSlug: THEIRS },
  ];
  for (const { providerSlug, ...person } of people) {
    const id = await insertAccount(person, { now, role: "provider" });
    await database().account.update({ where: { id }, data: { providerSlug } });
    spokespeople.set(person.name, id);
  }
});
beforeEach(() => {
  sink.mode = "accept";
  sink.letters.length = 0;
});
afterAll(() => sink.close());

const announced = async (courseId: string) =>
  (
    await database().$queryRaw<{ payload: unknown }[]>`
      SELECT data->'payload' AS payload FROM pgboss.job
      WHERE name = 'events' AND data->>'name' = 'course-judged' AND data->'payload'->>'courseId' = ${courseId}`
  ).map(({ payload }) => payload);
const readers = () => sink.letters.map(({ to }) => to).toSorted();

test("everybody who speaks for the provider reads that a version is sent back, and what to mend", async () => {
  const courseId = await submitted({ ...flowers, title: "Bunga yang Kembali" });
  await judge(courseId, { decision: "return", checked: [], note: "Tulis silabus hari kedua." });
  expect(await announced(courseId)).toEqual([{ courseId, version: 1 }]);
  await tellVerdictReaction({ courseId, version: 1 });
  expect(readers()).toEqual(["sekar@lembaga.example", "teguh@lembaga.example"]);
  const [letter] = sink.letters;
  expect(letter?.text).toContain("Pelatihan dikembalikan: Bunga yang Kembali");
  expect(letter?.text).toContain("Yang harus diperbaiki: Tulis silabus hari kedua.");
  expect(letter?.text).toContain(`/lembaga/pelatihan/${courseId}`);
});

test("an approval tells of the dates to open; without lessons, that a self-paced course waits for them", async () => {
  const room = await sold({ ...flowers, title: "Bunga di Ruang" });
  const alone = await sold({ ...flowers, title: "Bunga Sendiri", mode: "self_paced", price: 400_000 });
  await tellVerdictReaction({ courseId: room, version: 1 });
  expect(sink.letters[0]?.text).toContain("Pelatihan disetujui: Bunga di Ruang");
  expect(sink.letters[0]?.text).toContain("Buka jadwalnya supaya orang dapat membeli.");
  expect(sink.letters[0]?.text).not.toContain("Yang harus diperbaiki");
  sink.letters.length = 0;
  await tellVerdictReaction({ courseId: alone, version: 1 });
  expect(sink.letters[0]?.text).toContain("Pelatihan mandiri ditawarkan setelah pelajarannya ada.");
});

test("nobody is told of what is not decided, and a locked account is told nothing", async () => {
  const courseId = await submitted();
  await tellVerdictReaction({ courseId, version: 1 });
  await write({ courseId: await sold() });
  expect(sink.letters).toHaveLength(0);

  const id = spokespeople.get("Teguh") ?? "";
  await database().account.update({ where: { id }, data: { lockedAt: now } });
  await judge(courseId);
  await tellVerdictReaction({ courseId, version: 1 });
  expect(readers()).toEqual(["sekar@lembaga.example"]);
  await database().account.update({ where: { id }, data: { lockedAt: null } });
});

test("while the mail server is away the letter is tried again; an address that is gone is not", async () => {
  const courseId = await sold();
  sink.mode = "busy";
  await expect(tellVerdictReaction({ courseId, version: 1 })).rejects.toThrow("was not taken");
  sink.mode = "accept";
  await tellVerdictReaction({ courseId, version: 1 });
  expect(readers()).toHaveLength(2);
  sink.mode = "refuse";
  await expect(tellVerdictReaction({ courseId, version: 1 })).resolves.toBeUndefined();
});
