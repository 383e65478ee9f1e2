import { afterAll, afterEach, expect, test } from "vitest";
import { findNotifications } from "#features/notifications/queries.ts";
import { sendCodeReaction } from "#features/notifications/use-cases/send-code.ts";
import { tellFormerContactReaction } from "#features/notifications/use-cases/tell-former-contact.ts";
import { tellContactChangedReaction } from "#features/notifications/use-cases/tell-participant.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { startSmtpSink } from "../../support/smtp-sink.ts";
import { anEmail, aPhone, change, rightDigits, start } from "../access/changing-contacts.ts";
import { somebody, somebodyByPhone } from "../access/people.ts";
import { startSmsGateway } from "./sms-gateway.ts";

const sink = await startSmtpSink();
const gateway = await startSmsGateway();
process.env.SMTP_URL = sink.url;
process.env.SMS_URL = gateway.url;
afterAll(() => Promise.all([sink.close(), gateway.stop()]));
afterEach(() => {
  sink.letters.length = 0;
  sink.mode = "accept";
});

/** Half a minute ago, so that a code that was made then still lives. */
const at = addSeconds(new Date(Math.floor(Date.now() / 1000) * 1000), -30);

async function sendLastCode(holderId: AccountId): Promise<void> {
  const where = { holderId };
  const code = await database().oneTimeCode.findFirstOrThrow({ where, orderBy: { createdAt: "desc" } });
  await sendCodeReaction({ codeId: code.id });
}

async function changed(id: AccountId, contact: ReturnType<typeof anEmail>) {
  expect(await change(id, contact, at)).toMatchObject({ ok: true });
  const { id: changeId } = await database().contactChange.findFirstOrThrow({ where: { accountId: id } });
  return { participantId: id as string as ParticipantId, changeId, kind: contact.kind };
}

test("the code of a new address goes there by letter, with no link in it", async () => {
  const { id } = await somebody();
  const contact = anEmail();
  await start(id, contact, {}, at);
  await sendLastCode(id);
  expect(sink.letters).toHaveLength(1);
  expect(sink.letters[0]?.to).toContain(contact.value);
  expect(sink.letters[0]?.text).toContain(await rightDigits(id));
  expect(sink.letters[0]?.text).not.toContain("verifikasi-email");
});

test("the code of a new number says what it is for", async () => {
  const { id } = await somebody();
  const contact = aPhone();
  await start(id, contact, {}, at);
  await sendLastCode(id);
  expect(await gateway.inboxOf(contact.value)).toEqual([expect.stringContaining("memakai nomor ini")]);
});

test("whoever has the contact already is warned of it and reads no digits", async () => {
  const [{ id }, holder, byPhone] = [await somebody(), await somebody(), await somebodyByPhone()];
  await start(id, { kind: "email", value: holder.email }, {}, at);
  await sendLastCode(id);
  expect(sink.letters[0]?.to).toContain(holder.email);
  expect(sink.letters[0]?.text).not.toContain(await rightDigits(id));
  await start(id, { kind: "phone", value: byPhone.phone }, {}, addSeconds(at, 1));
  await sendLastCode(id);
  const [warning] = await gateway.inboxOf(byPhone.phone);
  expect(warning).toContain("akun lain");
  expect(warning).not.toContain(await rightDigits(id));
});

test("the address of before is told by letter, once it is changed; the new one is not in it", async () => {
  const { id, email } = await somebody();
  const contact = anEmail();
  await tellFormerContactReaction(await changed(id, contact));
  expect(sink.letters).toHaveLength(1);
  expect(sink.letters[0]?.to).toContain(email);
  expect(sink.letters[0]?.text).not.toContain(contact.value);
});

test("the number of before is told by SMS", async () => {
  const { id, phone } = await somebodyByPhone();
  const told = await changed(id, aPhone());
  await tellFormerContactReaction(told);
  await tellFormerContactReaction(told);
  expect(await gateway.inboxOf(phone)).toEqual([expect.stringContaining("tidak lagi terhubung")]);
});

test("while the mail server is away the letter waits", async () => {
  const { id } = await somebody();
  const told = await changed(id, anEmail());
  sink.mode = "busy";
  await expect(tellFormerContactReaction(told)).rejects.toThrow("was not told");
});

test("the person reads it on their page, once", async () => {
  const { id } = await somebody();
  const told = await changed(id, anEmail());
  await tellContactChangedReaction(told);
  await tellContactChangedReaction(told);
  const { items } = await findNotifications(told.participantId, "id");
  expect(items).toMatchObject([{ href: "/keamanan", subject: expect.stringContaining("berubah") }]);
});
