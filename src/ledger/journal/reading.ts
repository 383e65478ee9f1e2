import { z } from "zod";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const number = z.int().min(1);
const amount = z.string().regex(/^-?\d+$/);

export const entry = z.strictObject({
  number,
  previous: hash,
  hash,
  transfer: z
    .strictObject({
      id: z.string(),
      key: z.string(),
      kind: z.string(),
      wave: z.string().nullable(),
      at: z.string(),
      fingerprint: z.string(),
      lines: z.array(
        z.strictObject({ kind: z.string(), owner: z.string(), amount, after: amount.nullable() }),
      ),
    })
    .nullable(),
});
export type Entry = z.output<typeof entry>;

export const heads = z.object({
  heads: z.array(
    z.object({
      day: z.iso.date(),
      number,
      hash,
      signedAt: z.string(),
      keyId: z.string(),
      publicKey: hash,
      signature: z.string().regex(/^[0-9a-f]{128}$/),
    }),
  ),
});
export type Head = z.output<typeof heads>["heads"][number];

/** What is wrong with an export, in order; `number`: which entry, `until`: the last of a range. */
export type Finding = {
  readonly problem:
    | "changed"
    | "inserted"
    | "removed"
    | "renumbered"
    | "unreadable"
    | "unbalanced"
    | "backdated"
    | "cut"
    | "rewritten"
    | "bad-signature";
  readonly number: number;
  readonly until?: number;
  /** The head that says so. */
  readonly day?: string;
};
