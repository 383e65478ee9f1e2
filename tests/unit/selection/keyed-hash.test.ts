import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hmacUnder } from "#features/selection/queries/keyed-hash.ts";

describe("the keyed hash of the draw", () => {
  it("is HMAC-SHA-256, byte for byte, so that anybody can repeat a draw with their own tools", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 64 }),
        fc.string({ unit: "grapheme", maxLength: 20 }),
        (key, text) => {
          const ours = Buffer.from(hmacUnder(key)(text)).toString("hex");
          expect(ours).toBe(createHmac("sha256", key).update(text).digest("hex"));
        },
      ),
    );
  });

  it("takes no text that it would have to cut", () => {
    expect(() => hmacUnder(new Uint8Array(32))("x".repeat(257))).toThrow("256 bytes");
  });
});
