import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { visitor } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { commandIdentity } from "#platform/web/command-key.ts";

const photo = (text: string) => new File([text], "ktp.jpg", { type: "image/jpeg" });
const sent = {
  formKey: randomUUID(),
  command: "sign-in",
  actor: visitor,
  fields: { email: "ani@contoh.test", password: "satu sandi", photo: photo("a"), choices: ["a", "b"] },
} as const;

test("a doubled click is one command", async () => {
  const again = { ...sent, fields: { ...sent.fields, photo: photo("a") } };
  expect(await commandIdentity(again)).toBe(await commandIdentity(sent));
  expect(isUuid(await commandIdentity(sent))).toBe(true);
});

test.each([
  ["under another form", { formKey: randomUUID() }],
  ["as another command", { command: "register-account" }],
  [
    "by another person",
    { actor: { role: "participant", participantId: randomUUID() as ParticipantId } as const },
  ],
  ["with another password, on a page that came back", { fields: { ...sent.fields, password: "sandi lain" } }],
  ["with another photo of the same name and size", { fields: { ...sent.fields, photo: photo("b") } }],
  ["with another choice", { fields: { ...sent.fields, choices: ["a", "c"] } }],
])("the same key %s is another command", async (_, change) => {
  expect(await commandIdentity({ ...sent, ...change })).not.toBe(await commandIdentity(sent));
});
