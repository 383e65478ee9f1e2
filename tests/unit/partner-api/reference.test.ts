import { describe, expect, test } from "vitest";
import { fieldLines, tidySchema } from "#features/partner-api/policy/reference.ts";

describe("the fields of a schema", () => {
  const schema = {
    type: "object",
    required: ["url"],
    properties: {
      url: { type: "string", description: "Alamat" },
      course: { type: "object", required: ["type"], properties: { type: { enum: [1, 2] } } },
      at: { anyOf: [{ type: "string" }, { type: "null" }] },
    },
  };

  test("stand under their whole names, with what they are", () => {
    expect(fieldLines(schema)).toEqual([
      { name: "url", type: "string", isRequired: true, description: "Alamat" },
      { name: "course", type: "object", isRequired: false, description: "" },
      { name: "course.type", type: "1 | 2", isRequired: true, description: "" },
      { name: "at", type: "string | null", isRequired: false, description: "" },
    ]);
  });

  test("of nothing are none", () => {
    expect(fieldLines({ type: "object" })).toEqual([]);
  });
});

test("clients are told one way to write a field, however many are understood", () => {
  const tolerant = { type: "string", anyOf: [{ type: "string" }, { type: "integer" }], description: "Kode" };
  expect(tidySchema({ properties: { code: tolerant } })).toEqual({
    properties: { code: { type: "string", description: "Kode" } },
  });
});

test("bounds that only say that a number is safe are left out", () => {
  expect(tidySchema({ type: "integer", maximum: Number.MAX_SAFE_INTEGER, minimum: 0 })).toEqual({
    ...{ type: "integer", minimum: 0 },
  });
});
