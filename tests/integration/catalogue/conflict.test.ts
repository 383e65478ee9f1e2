import { describe, expect, test } from "vitest";
import { findPlatformChoices } from "#features/catalogue/queries/authoring.ts";
import { findOwnerships, findReviewedVersion } from "#features/catalogue/queries/review.ts";
import { endOwnership } from "#features/catalogue/use-cases/end-ownership.ts";
import { recordOwnership } from "#features/catalogue/use-cases/record-ownership.ts";
import { refusalSentence } from "#i18n/sentences.ts";
import { type Day, dayInWib } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { flowers, judge, now, OURS, operator, sold, submit, submitted, write } from "./provider.ts";

const today = dayInWib(now);
const pair = (platform: string) => ({ platform, provider: OURS });
const ground = "Akta pendirian: pemegang saham yang sama.";

function record(platform: string, since: Day = today) {
  return inOneTransaction(operator, (work) => recordOwnership(work, { ...pair(platform), since, ground }), {
    now,
  });
}

function end(platform: string, until: Day = today) {
  const input = { ...pair(platform), until, endGround: "Saham dijual." };
  return inOneTransaction(operator, (work) => endOwnership(work, input), { now });
}

/** The register as it was before another test. */
async function forget(platformSlug: string): Promise<void> {
  await database().platformOwnership.deleteMany({ where: { platformSlug } });
}

describe("a platform may not sell the courses of a provider that it owns", () => {
  test("handing in is refused with the reason in words, and so is an approval of what was handed in before", async () => {
    const platform = "rakit-bisa";
    await forget(platform);
    const waiting = await submitted();
    const draft = await write();
    expect(await record(platform)).toMatchObject({ ok: true });

    const refused = await submit(draft.ok ? draft.value.courseId : "");
    expect(refused).toMatchObject({ ok: false, refusal: { code: "course-conflict", ground } });
    for (const locale of ["id", "en"] as const) {
      const sentence = refusalSentence(locale, refused.ok ? { code: "" } : refused.refusal);
      expect(sentence).toContain("Rakit Bisa");
      expect(sentence).toContain("Balai Karya Sentana");
      expect(sentence).toContain(ground);
    }
    expect(await judge(waiting)).toMatchObject({ refusal: { code: "course-conflict" } });
    expect((await findReviewedVersion(waiting, 1))?.conflict).toMatchObject({ ground });
    expect((await findPlatformChoices(OURS)).find(({ slug }) => slug === platform)?.isOwned).toBe(true);

    expect(await end(platform)).toMatchObject({ ok: true });
    expect(await judge(waiting)).toMatchObject({ ok: true });
  });

  test("what was sold is sold no more once it is written down, and not again by itself", async () => {
    const platform = "kelas-sagu";
    const courseId = await sold({ ...flowers, platform });
    const others = await database().course.count({
      where: { platformSlug: platform, providerSlug: OURS, active: true },
    });
    const recorded = await record(platform);
    expect(recorded).toMatchObject({ ok: true, value: { stopped: others } });
    const activeOf = async () =>
      (await database().course.findUniqueOrThrow({ where: { id: courseId } })).active;
    expect(await activeOf()).toBe(false);
    await end(platform);
    expect(await activeOf()).toBe(false);
    await write({ courseId, content: { ...flowers, platform } });
    await submit(courseId);
    await judge(courseId, { version: 2 });
    expect(await activeOf()).toBe(true);
  });

  test("the database refuses it too, whatever a program does", async () => {
    const platform = "panggung-ilmu";
    const courseId = await sold();
    await record(platform);
    const move = database().course.update({ where: { id: courseId }, data: { platformSlug: platform } });
    await expect(move).rejects.toThrow(/may not sell courses of provider/);
    const revive = database().course.updateMany({
      where: { platformSlug: platform, providerSlug: OURS },
      data: { active: true },
    });
    await expect(revive).rejects.toThrow(/may not sell courses of provider/);
    await end(platform);
  });

  test("the register keeps who wrote it, why, and how it ended, and refuses what makes no sense", async () => {
    const platform = "rakit-bisa";
    const yesterday = "2026-11-23" as Day;
    await forget(platform);
    expect(await end(platform)).toMatchObject({ refusal: { code: "ownership-unknown" } });
    expect(await record("tidak-ada")).toMatchObject({ refusal: { code: "ownership-platform-unknown" } });
    expect(await record(platform, "2026-11-25" as Day)).toMatchObject({
      refusal: { code: "ownership-in-future" },
    });
    await record(platform);
    expect(await record(platform, yesterday)).toMatchObject({
      refusal: { code: "ownership-stands-already" },
    });
    expect(await end(platform, yesterday)).toMatchObject({
      refusal: { code: "ownership-ends-before-start" },
    });
    await end(platform);
    expect(await record(platform)).toMatchObject({ refusal: { code: "ownership-began-before" } });
    expect((await findOwnerships()).find((row) => row.platformSlug === platform)).toMatchObject({
      ...{ ground, endGround: "Saham dijual.", providerSlug: OURS },
      until: new Date(`${today}T00:00:00Z`),
    });
    const told = await database().auditEvent.findMany({ where: { subject: `platform:${platform}` } });
    expect(told.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["ownership-recorded", "ownership-ended"]),
    );
  });
});
