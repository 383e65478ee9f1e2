import { describe, expect, it } from "vitest";
import { writtenItem } from "#features/selection-test/schema/bank.ts";

const item = {
  code: "NUM-900",
  kind: "numeracy",
  stem: "Harga 1 kg jeruk Rp16.000. Berapa harga 2 kg?",
  passage: "",
  option1: "Rp24.000",
  option2: "Rp28.000",
  option3: "Rp32.000",
  option4: "Rp36.000",
  answer: "3",
  explanation: "2 x Rp16.000 = Rp32.000.",
  difficulty: "1",
};
const statement = {
  code: "MOT-900",
  kind: "motivation",
  stem: "Saya suka belajar hal baru.",
  difficulty: "1",
  pairCode: "MOT-901",
  reversed: "yes",
};

const faults = (fields: object) => {
  const read = writtenItem.safeParse(fields);
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
};

describe("an item as an author writes it", () => {
  it("is taken with its key as an index, and nothing where nothing was written", () => {
    expect(writtenItem.parse(item)).toEqual({
      code: "NUM-900",
      exposureLimit: null,
      content: {
        kind: "numeracy",
        stem: item.stem,
        passage: null,
        options: ["Rp24.000", "Rp28.000", "Rp32.000", "Rp36.000"],
        answer: 2,
        explanation: item.explanation,
        difficulty: 1,
        pairCode: null,
        reversed: false,
        image: null,
        imageAlt: null,
        family: null,
      },
    });
  });

  it("gets the five steps of agreement when it is a statement", () => {
    const { content } = writtenItem.parse(statement);
    expect(content.options).toHaveLength(5);
    expect(content).toMatchObject({ answer: null, pairCode: "MOT-901", reversed: true });
  });

  it("has its code in capitals", () => {
    expect(writtenItem.parse({ ...item, code: " num-900 " }).code).toBe("NUM-900");
  });

  it.each<[string, object, string]>([
    ["no stem", { stem: " " }, "stem: required"],
    ["a stem too long", { stem: "x".repeat(1_501) }, "stem: too-long"],
    ["a strange code", { code: "SOAL1" }, "code: item-code-shape"],
    ["the code of another kind", { code: "ORD-900" }, "code: item-code-of-other-kind"],
    ["an unknown kind", { kind: "logic" }, "kind: choose-one"],
    ["an option missing", { option4: "" }, "option4: required"],
    ["two options alike", { option4: "Rp24.000" }, "option4: item-option-twice"],
    ["no key", { answer: "" }, "answer: choose-one"],
    ["a key beyond the options", { answer: "5" }, "answer: item-not-one-of"],
    ["no explanation", { explanation: "" }, "explanation: required"],
    ["a difficulty of four", { difficulty: "4" }, "difficulty: choose-one"],
    ["a pair", { pairCode: "MOT-001" }, "pairCode: item-only-motivation"],
    ["a direction", { reversed: "yes" }, "reversed: item-only-motivation"],
    ["a limit of nothing", { exposureLimit: "0" }, "exposureLimit: item-limit-shape"],
    ["a limit beyond everything", { exposureLimit: "101" }, "exposureLimit: item-limit-shape"],
    ["a picture by a path", { image: "../etc/passwd" }, "image: item-picture-unknown"],
    ["a letter that nobody can read", { stem: "Berapa \uE000?" }, "stem: not-valid"],
  ])("with %s is refused at its field", (_what, changes, fault) => {
    expect(faults({ ...item, ...changes })).toEqual([fault]);
  });

  it("to be read needs a passage", () => {
    expect(faults({ ...item, code: "READ-900", kind: "reading" })).toEqual(["passage: required"]);
  });

  it.each<[string, object, string]>([
    ["options of its own", { option1: "Ya" }, "option1: item-fixed-scale"],
    ["a key", { answer: "1" }, "answer: item-no-answer"],
    ["a limit", { exposureLimit: "20" }, "exposureLimit: item-no-limit"],
    ["itself as its pair", { pairCode: "MOT-900" }, "pairCode: item-pair-shape"],
  ])("as a statement with %s is refused at its field", (_what, changes, fault) => {
    expect(faults({ ...statement, ...changes })).toEqual([fault]);
  });
});
