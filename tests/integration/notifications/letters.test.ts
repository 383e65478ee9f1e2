import { randomUUID } from "node:crypto";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { resetLinkWanted } from "#features/access/events.ts";
import { findAddressee } from "#features/account/queries.ts";
import { noteBounceReaction } from "#features/account/use-cases/note-bounce.ts";
import { letterBounced } from "#features/notifications/events.ts";
import { sendEmailsDue } from "#features/notifications/use-cases/send-emails.ts";
import { sendLinkReaction } from "#features/notifications/use-cases/send-link.ts";
import { tellBalanceOpenedReaction } from "#features/notifications/use-cases/tell-participant.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { isSignedToken } from "#platform/db/token.ts";
import { sendMail } from "#platform/gateways/mail/smtp.ts";
import { announced } from "../../support/events.ts";
import { anAccount } from "../../support/people.ts";
import { startSmtpSink } from "../../support/smtp-sink.ts";

const sink = await startSmtpSink();
process.env.SMTP_URL = sink.url;
afterAll(() => sink.close());
afterEach(async () => {
  sink.letters.length = 0;
  sink.mode = "accept";
  await database().notification.updateMany({ data: { emailDueAt: null } });
});

const until = "2026-12-23T16:59:59.000Z";
const now = new Date(Math.floor(Date.now() / 1000) * 1000);
/** Late enough for whatever a busy machine does between. */
const later = addSeconds(now, 120);

async function aToken(participantId: ParticipantId, usedAt?: Date) {
  const id = randomUUID();
  await database().emailToken.create({
    data: {
      id,
      accountId: participantId,
      purpose: "reset_password",
      createdAt: now,
      expiresAt: addSeconds(now, 3_600),
      usedAt,
    },
  });
  return id;
}

async function emailOf(id: string): Promise<string | null> {
  return (await database().account.findUniqueOrThrow({ where: { id } })).email;
}

describe("the link that sets a new password", () => {
  test("leads to its page and its signature is right", async () => {
    const person = await anAccount(now, {}, false);
    const tokenId = await aToken(person);
    const { payload } = resetLinkWanted({ tokenId, purpose: "reset_password" });
    await sendLinkReaction(resetLinkWanted.schema.parse(payload));
    expect(sink.letters).toHaveLength(1);
    expect(sink.letters[0]?.to).toBe(await emailOf(person));
    const [, id, token = ""] =
      new RegExp(`${process.env.APP_URL}/atur-sandi\\?id=([0-9a-f-]+)&t=([\\w-]+)`).exec(
        sink.letters[0]?.text ?? "",
      ) ?? [];
    expect(id).toBe(tokenId);
    expect(isSignedToken(token, "reset_password", tokenId)).toBe(true);
  });

  test("is not sent when it was used in the meantime", async () => {
    await sendLinkReaction({ tokenId: await aToken(await anAccount(now), now) });
    expect(sink.letters).toHaveLength(0);
  });

  test("fails while the mail server is busy, so that it is tried again", async () => {
    const tokenId = await aToken(await anAccount(now));
    sink.mode = "busy";
    await expect(sendLinkReaction({ tokenId })).rejects.toThrow(/451/);
  });

  test("is not tried again where the mail server refuses the address for good", async () => {
    sink.mode = "refuse";
    await sendLinkReaction({ tokenId: await aToken(await anAccount(now)) });
    expect(sink.letters).toHaveLength(0);
  });
});

describe("e-mails of messages", () => {
  test("an e-mail leaves once, with the link, and is marked", async () => {
    const person = await anAccount(now);
    await tellBalanceOpenedReaction({ participantId: person, until });
    expect(await sendEmailsDue(later)).toBe(1);
    expect(await sendEmailsDue(addSeconds(later, 86_400))).toBe(0);
    expect(sink.letters).toHaveLength(1);
    expect(sink.letters[0]?.text).toContain(`${process.env.APP_URL}/saldo`);
    const row = await database().notification.findFirstOrThrow({ where: { participantId: person } });
    expect(row).toMatchObject({ emailedAt: later, emailDueAt: null });
  });

  test("two workers at once send it once", async () => {
    await tellBalanceOpenedReaction({ participantId: await anAccount(now), until });
    const counts = await Promise.all([sendEmailsDue(later), sendEmailsDue(later)]);
    expect(counts.sort()).toEqual([0, 1]);
    expect(sink.letters).toHaveLength(1);
  });

  test("while the mail server is away it waits, and leaves afterwards", async () => {
    await tellBalanceOpenedReaction({ participantId: await anAccount(now), until });
    sink.mode = "busy";
    expect(await sendEmailsDue(later)).toBe(0);
    sink.mode = "accept";
    expect(await sendEmailsDue(addSeconds(later, 30))).toBe(0);
    expect(await sendEmailsDue(addSeconds(later, 61))).toBe(1);
  });

  test("a refused address is given up, the message stays", async () => {
    const person = await anAccount(now);
    await tellBalanceOpenedReaction({ participantId: person, until });
    sink.mode = "refuse";
    expect(await sendEmailsDue(later)).toBe(0);
    sink.mode = "accept";
    expect(await sendEmailsDue(addSeconds(later, 86_400))).toBe(0);
    const row = await database().notification.findFirstOrThrow({ where: { participantId: person } });
    expect(row).toMatchObject({ emailedAt: null, emailDueAt: null });
  });
});

test("letters that come back for good are noted at the account, and from then on its phone is told", async () => {
  const person = await anAccount(now);
  await tellBalanceOpenedReaction({ participantId: person, until });
  sink.mode = "full";
  await sendEmailsDue(later);
  const [bounced] = await announced("letter-bounced", person);
  expect(bounced).toEqual({ participantId: person, bounce: "mailbox-full" });
  await noteBounceReaction(letterBounced.schema.parse(bounced));
  expect(await findAddressee(person)).toMatchObject({ isEmailBroken: true });
  const account = await database().account.findUniqueOrThrow({ where: { id: person } });
  expect(account.emailBounce).toBe("mailbox-full");
});

test.each([
  ["accept", "sent", undefined],
  ["refuse", "refused", "address-unknown"],
  ["full", "refused", "mailbox-full"],
  ["forbidden", "refused", "not-possible"],
  ["full for now", "unknown", "mailbox-full"],
  ["busy", "unknown", undefined],
] as const)(
  "a mail server that says %s makes the outcome %s, never an exception",
  async (mode, outcome, bounce) => {
    sink.mode = mode;
    const result = await sendMail({ to: "sari@example.test", subject: "x", text: "y" });
    expect(result.outcome).toBe(outcome);
    expect("bounce" in result ? result.bounce : undefined).toBe(bounce);
  },
);
