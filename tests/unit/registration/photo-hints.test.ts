import { describe, expect, test } from "vitest";
import { compareCard, hintsOf } from "#features/registration/policy/documents.ts";
import type { Day } from "#kernel/calendar.ts";
import { measurePhoto } from "#platform/media/photo-quality.ts";
import { aPhotoOfACard } from "../../support/pictures.ts";

const clear = { brightness: 150, sharpness: 300, glare: 0, blue: 0.5 };

describe("a photo is worth a second look", () => {
  test.each([
    ["dark", { brightness: 69 }, ["dark"]],
    ["just light enough", { brightness: 70 }, []],
    ["bright", { brightness: 236 }, ["bright"]],
    ["just not too bright", { brightness: 235 }, []],
    ["blurred", { sharpness: 59 }, ["blurred"]],
    ["just sharp enough", { sharpness: 60 }, []],
    ["mirroring a lamp", { glare: 0.13 }, ["glare"]],
    ["mirroring a little", { glare: 0.12 }, []],
    ["too bright altogether, which says it all", { brightness: 240, glare: 0.9, blue: 0 }, ["bright"]],
    ["of another thing than a card", { blue: 0.03 }, ["not-a-card"]],
    ["dark and blurred", { brightness: 40, sharpness: 5 }, ["dark", "blurred"]],
    ["clear", {}, []],
  ])("of a KTP, when it is %s", (_, changes, hints) => {
    expect(hintsOf("id_card", { ...clear, ...changes })).toEqual(hints);
  });

  test.each([
    ["dark", { brightness: 69 }, ["dark"]],
    ["blurred", { sharpness: 14 }, ["blurred"]],
    ["as soft as a face is", { sharpness: 15 }, []],
    ["not blue, as no face is", { blue: 0 }, []],
    ["lit by a lamp", { glare: 0.5 }, []],
  ])("of a face, when it is %s", (_, changes, hints) => {
    expect(hintsOf("selfie", { ...clear, ...changes })).toEqual(hints);
  });

  test.each([
    ["clear", {}, []],
    ["clear and small", { width: 600 }, []],
    ["a little out of focus", { blur: 1.5 }, []],
    ["out of focus", { blur: 4 }, ["blurred"]],
    ["dark", { light: 0.35 }, ["dark"]],
    ["dark and out of focus", { light: 0.35, blur: 4 }, ["dark", "blurred"]],
    ["burnt out", { light: 4 }, ["bright"]],
  ])("when a drawn card is measured that is %s", async (_, spoiling, hints) => {
    expect(hintsOf("id_card", await measurePhoto(await aPhotoOfACard(spoiling)))).toEqual(hints);
  });
});

describe("what was read on a card beside what was typed", () => {
  const typed = { nik: "1275015705009101", name: "Sari Simulasi", birthDate: "2000-05-17" as Day };
  const card = (lines: Readonly<Record<string, string>>) =>
    [
      "PROVINSI SIMULASI",
      lines.nik,
      lines.name,
      lines.birth,
      "Berlaku Hingga : SEUMUR HIDUP 01-01-2012",
    ].join("\n");
  const asTyped = {
    nik: "NIK : 1275015705009101",
    name: "Nama : SARI SIMULASI",
    birth: "Tempat/Tgl Lahir : BINJAI, 17-05-2000",
  };

  test.each([
    ["everything as it was typed", {}, ["agrees", "agrees", "agrees"]],
    ["letters for digits", { nik: "NIK : l275Ol57O5OO9lOl" }, ["agrees", "agrees", "agrees"]],
    ["spaces between the digits", { nik: "NIK: 1275 0157 0500 9101" }, ["agrees", "agrees", "agrees"]],
    [
      "one digit otherwise, which may be misread",
      { nik: "NIK : 1275015705009107" },
      ["unread", "agrees", "agrees"],
    ],
    ["another NIK", { nik: "NIK : 1275014101909222" }, ["differs", "agrees", "agrees"]],
    ["half a NIK", { nik: "NIK : 12750157" }, ["unread", "agrees", "agrees"]],
    ["another spelling of the name", { name: "Nama : SARI SIMULASI, S.Pd." }, ["agrees", "agrees", "agrees"]],
    ["a letter of the name misread", { name: "Narna\nNama : SARl SIMULASI" }, ["agrees", "agrees", "agrees"]],
    ["part of the name", { name: "Nama : SARI xxqq" }, ["agrees", "unread", "agrees"]],
    ["another name", { name: "Nama : BUDI HARTONO" }, ["agrees", "differs", "agrees"]],
    ["no name", { name: "~~~" }, ["agrees", "unread", "agrees"]],
    [
      "another birth date",
      { birth: "Tempat/Tgl Lahir : BINJAI, 02-11-1993" },
      ["agrees", "agrees", "differs"],
    ],
    [
      "one digit of the date misread",
      { birth: "Tempat/Tgl Lahir : BINJAI, 11-05-2000" },
      ["agrees", "agrees", "unread"],
    ],
    ["a misread label", { birth: "Tempat/Tg! Lahir : BINJAI, 17-05-2000" }, ["agrees", "agrees", "agrees"]],
    ["no date", { birth: "Tempat/Tgl Lahir : BINJAI" }, ["agrees", "agrees", "unread"]],
    ["nothing", { nik: "", name: "", birth: "" }, ["unread", "unread", "unread"]],
  ])("%s", (_, changes, [nik, name, birthDate]) => {
    expect(compareCard(card({ ...asTyped, ...changes }), typed)).toEqual({ nik, name, birthDate });
  });

  test("holds nothing of the text, whatever it was", () => {
    const kept = JSON.stringify(compareCard(card(asTyped), typed));
    expect(kept).toBe('{"nik":"agrees","name":"agrees","birthDate":"agrees"}');
  });
});
