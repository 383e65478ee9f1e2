import { describe, expect, test } from "vitest";
import { isPrivateNumber, judgeOutsideAddress, lookupOutside } from "#platform/web/outside-address.ts";

const real = { allowsLoopback: false };
const demo = { allowsLoopback: true };

describe("where the portal calls out", () => {
  test.each([
    "https://lembaga.example/kabar",
    "https://lembaga.example:8443/kabar?a=1",
    "https://8.8.8.8/kabar",
  ])("a partner may name %s", (text) => {
    expect(judgeOutsideAddress(text, real)).toMatchObject({ ok: true });
  });

  test.each([
    ["bukan alamat", "address-shape"],
    ["https://", "address-shape"],
    ["https://nama:sandi@lembaga.example/", "address-shape"],
    [`https://lembaga.example/${"a".repeat(500)}`, "address-shape"],
    ["http://lembaga.example/", "address-not-https"],
    ["ftp://lembaga.example/", "address-not-https"],
    ["javascript:alert(1)//a", "address-shape"],
    ["https://localhost/", "address-private"],
    ["https://portal.localhost/", "address-private"],
    ["https://printer.local/", "address-private"],
    ["https://metadata.internal/", "address-private"],
    ["https://intranet/", "address-private"],
    ["https://localhost./", "address-private"],
    ["https://127.0.0.1/", "address-private"],
    ["https://2130706433/", "address-private"],
    ["https://0x7f.1/", "address-private"],
    ["https://10.1.2.3/", "address-private"],
    ["https://169.254.169.254/latest/", "address-private"],
    ["https://[::1]/", "address-private"],
    ["https://[::ffff:10.0.0.1]/", "address-private"],
    ["https://[fd00::1]/", "address-private"],
  ])("%s is refused: %s", (text, code) => {
    expect(judgeOutsideAddress(text, real)).toEqual({ ok: false, refusal: { code } });
  });

  test("the demo lets partners stand on this machine without https, and nowhere else", () => {
    expect(judgeOutsideAddress("http://localhost:4000/kabar", demo)).toMatchObject({ ok: true });
    expect(judgeOutsideAddress("http://127.0.0.1:4000/", demo)).toMatchObject({ ok: true });
    expect(judgeOutsideAddress("http://10.0.0.1/", demo)).toMatchObject({ ok: false });
    expect(judgeOutsideAddress("https://169.254.169.254/", demo)).toMatchObject({ ok: false });
  });

  test.each(["8.8.8.8", "103.10.66.1", "2606:4700::1111", "2404:6800:4003::8a"])(
    "%s is public",
    (address) => {
      expect(isPrivateNumber(address)).toBe(false);
    },
  );

  test.each([
    "172.31.255.255",
    "100.127.0.1",
    "224.0.0.1",
    "::",
    "fe80::1",
    "2002:a00:1::1",
    "64:ff9b::a00:1",
    "ab",
  ])("%s is not", (address) => {
    expect(isPrivateNumber(address)).toBe(true);
  });

  test("a name that leads inside is not connected to", async () => {
    const resolve = (rules: typeof real) =>
      new Promise((done) =>
        lookupOutside(rules)("localhost", {}, (error, address) => done(error?.message ?? address)),
      );
    expect(await resolve(real)).toBe("address-private");
    expect(await resolve(demo)).toMatch(/^(127\.|::1)/);
  });
});
