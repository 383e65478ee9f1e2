import { expect, test } from "vitest";
import { ok, type Result, refuse, unreachable } from "#kernel/result.ts";

test("yes carries what was decided", () => {
  expect(ok(7)).toEqual({ ok: true, value: 7 });
});

test("a bare yes carries nothing", () => {
  const done: Result<void, never> = ok();
  expect(done).toEqual({ ok: true, value: undefined });
});

test("no carries its code and the data that its sentence needs", () => {
  expect(refuse({ code: "quota-full", places: 0 })).toEqual({
    ok: false,
    refusal: { code: "quota-full", places: 0 },
  });
});

test("a case that cannot be is loud when it is", () => {
  expect(() => unreachable({ code: "impossible" } as never)).toThrow('unreachable: {"code":"impossible"}');
});
