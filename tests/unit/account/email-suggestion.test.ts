import { describe, expect, test } from "vitest";
import { suggestEmail } from "#features/account/policy/email-suggestion.ts";

describe("an address that looks like a slip is asked about", () => {
  test.each([
    ["gmial.com", "gmail.com"],
    ["gamil.com", "gmail.com"],
    ["gmai.com", "gmail.com"],
    ["gmaill.com", "gmail.com"],
    ["gmail.co", "gmail.com"],
    ["gmail.con", "gmail.com"],
    ["gmail.comm", "gmail.com"],
    ["gmail.cmo", "gmail.com"],
    ["gmail.co.id", "gmail.com"],
    ["gmail", "gmail.com"],
    ["gnail.con", "gmail.com"],
    ["yaho.com", "yahoo.com"],
    ["yahooo.com", "yahoo.com"],
    ["yahoo.con", "yahoo.com"],
    ["yaho.co.id", "yahoo.co.id"],
    ["yahoo.co.di", "yahoo.co.id"],
    ["hotmial.com", "hotmail.com"],
    ["hotmal.com", "hotmail.com"],
    ["homtail.com", "hotmail.com"],
    ["outlok.com", "outlook.com"],
    ["outloook.co.id", "outlook.co.id"],
    ["icoud.com", "icloud.com"],
    ["rocketmai.com", "rocketmail.com"],
    ["perusahaan.con", "perusahaan.com"],
    ["sekolah.comm", "sekolah.com"],
  ])("%s means %s", (typed, meant) => {
    expect(suggestEmail(`ani.b@${typed}`)).toBe(`ani.b@${meant}`);
  });
});

describe("an address that may well be right is not", () => {
  test.each([
    "gmail.com",
    "yahoo.com",
    "yahoo.co.id",
    "yahoo.co.uk",
    "yahoo.fr",
    "ymail.com",
    "hotmail.co.id",
    "live.com",
    "line.com",
    "ui.ac.id",
    "students.usu.ac.id",
    "binjaikota.go.id",
    "proton.me",
    "perusahaan.co.id",
    "contoh.co",
    "example.test",
  ])("%s", (domain) => {
    expect(suggestEmail(`ani.b@${domain}`)).toBeNull();
  });
});
