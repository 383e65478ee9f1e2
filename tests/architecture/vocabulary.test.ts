import { describe, expect, test } from "vitest";
import journey from "../../src/features/journey.json" with { type: "json" };
import { filesUnder } from "./checks/tree.ts";
import {
  emptyFolderNames,
  foreignFiles,
  namelessCommands,
  outsideTheOrder,
  unmatchedStages,
} from "./checks/vocabulary.ts";

const stages = journey.map(({ stage }) => stage);
const features = await filesUnder("src/features");
const source = (await filesUnder("src")).filter((path) => !path.includes("/db/generated/"));

describe("a feature speaks the closed vocabulary", () => {
  test("in the portal", () => {
    expect(foreignFiles(features)).toEqual([]);
  });

  test.each([
    "src/features/waves/service.ts",
    "src/features/waves/policy.tsx",
    "src/features/waves/README.md",
    "src/features/waves/use-cases/notes.md",
    "src/features/waves/hooks/use-wave.ts",
    "src/features/wave-manager.ts",
  ])("%s is a foreign word", (path) => {
    expect(foreignFiles([path])).toEqual([path]);
  });

  test.each([
    "src/features/journey.json",
    "src/features/waves/policy.ts",
    "src/features/waves/policy/eligibility.ts",
    "src/features/waves/queries/open-waves.ts",
    "src/features/waves/use-cases/join-wave.ts",
    "src/features/waves/components/wave-card.tsx",
  ])("%s belongs", (path) => {
    expect(foreignFiles([path])).toEqual([]);
  });
});

describe("no folder has a name that says nothing", () => {
  test("in the portal", async () => {
    const elsewhere = await Promise.all(
      ["tests", "scripts", "bench", "prisma"].map((folder) => filesUnder(folder)),
    );
    expect(emptyFolderNames([...source, ...elsewhere.flat()])).toEqual([]);
  });

  test.each(["common", "shared", "core", "lib", "utils", "helpers"])("%s says nothing", (folder) => {
    expect(emptyFolderNames([`src/platform/${folder}/dates.ts`])).toEqual([folder]);
  });
});

describe("a command is called verb-noun", () => {
  test("in the portal", () => {
    expect(namelessCommands(features)).toEqual([]);
  });

  test.each([
    "join.ts",
    "wave-joiner/run.ts",
    "registration-submit.ts",
    "payment-run.ts",
    "joinWave.ts",
    "join_wave.ts",
  ])("%s is no command", (name) => {
    const path = `src/features/waves/use-cases/${name}`;
    expect(namelessCommands([path])).toEqual([path]);
  });

  test.each(["join-wave.ts", "list-wanted-people.ts", "send-sms.ts"])("%s is a command", (name) => {
    expect(namelessCommands([`src/features/waves/use-cases/${name}`])).toEqual([]);
  });
});

describe("the folders read like the journey", () => {
  test("every stage has a folder, and every folder is a stage or stands outside the order", () => {
    const folders = new Set(
      features.map((path) => path.split("/")[2] ?? "").filter((name) => !name.includes(".")),
    );
    expect(unmatchedStages(stages, [...folders])).toEqual({ withoutFolder: [], withoutStage: [] });
  });

  test("a stage without a folder and a folder without a stage are both told", () => {
    const folders = ["account", ...outsideTheOrder, "lottery"];
    expect(unmatchedStages(["account", "waves"], folders)).toEqual({
      withoutFolder: ["waves"],
      withoutStage: ["lottery"],
    });
  });

  test("a stage comes once, with one sentence on what happens there", () => {
    expect(new Set(stages).size).toBe(stages.length);
    for (const { says } of journey) expect(says).toMatch(/^[A-Z][^.]+\.$/);
  });
});
