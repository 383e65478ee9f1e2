import { randomUUID } from "node:crypto";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { emailLinkWanted } from "#features/account/events.ts";
import { sendEmailsDue } from "#features/notifications/use-cases/send-emails.ts";
import {
  sendLinkReaction,
  warnRegisteredAgainReaction,
} from "#features/notifications/use-cases/send-link.ts";
import { tellBalanceOpenedReaction } from "#features/notifications/use-cases/tell-participant.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { isSignedToken } from "#platform/db/token.ts";
import { sendMail } from "#platform/gateways/mail/smtp.ts";
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
const later = addSeconds(now, 5);

async function aToken(
  participantId: ParticipantId,
  purpose: "verify_email" | "reset_password",
  usedAt?: Date,
) {
  const id = randomUUID();
  await database().emailToken.create({
    data: {
      id,
      accountId: participantId,
      purpose,
      createdAt: now,
      expiresAt: addSeconds(now, 3_600),
      usedAt,
    },
  });
  return id;
}

async function emailOf(id: string): Promise<string> {
  return (await database().account.findUniqueOrThrow({ where: { id } })).email;
}

describe("links", () => {
  test.each([
    ["verify_email", "/verifikasi-email"],
    ["reset_password", "/atur-sandi"],
  ] as const)("the %s link leads to %s and its signature is right", async (purpose, page) => {
    const person = await anAccount(now, {}, false);
    const tokenId = await aToken(person, purpose);
    const { payload } = emailLinkWanted({ tokenId, purpose });
    await sendLinkReaction(emailLinkWanted.schema.parse(payload));
    expect(sink.letters).toHaveLength(1);
    expect(sink.letters[0]?.to).toBe(await emailOf(person));
    const [, id, token = ""] =
      new RegExp(`${process.env.APP_URL}${page}\\?id=([0-9a-f-]+)&t=([\\w-]+)`).exec(
        sink.letters[0]?.text ?? "",
      ) ?? [];
    expect(id).toBe(tokenId);
    expect(isSignedToken(token, purpose, tokenId)).toBe(true);
  });

  test("a link that was used in the meantime is not sent", async () => {
    const person = await anAccount(now);
    await sendLinkReaction({ tokenId: await aToken(person, "verify_email", now), purpose: "verify_email" });
    expect(sink.letters).toHaveLength(0);
  });

  test("while the mail server is busy the reaction fails, so that it is tried again", async () => {
    const person = await anAccount(now);
    const tokenId = await aToken(person, "verify_email");
    sink.mode = "busy";
    await expect(sendLinkReaction({ tokenId, purpose: "verify_email" })).rejects.toThrow(/451/);
  });

  test("an address that the mail server refuses for good is not tried again", async () => {
    const person = await anAccount(now);
    sink.mode = "refuse";
    await sendLinkReaction({ tokenId: await aToken(person, "verify_email"), purpose: "verify_email" });
    expect(sink.letters).toHaveLength(0);
  });

  test("someone who has an account is told that somebody registered again, in their language", async () => {
    const person = await anAccount(now);
    await database().account.update({ where: { id: person }, data: { locale: "en" } });
    await warnRegisteredAgainReaction({ accountId: person });
    expect(sink.letters[0]?.text).toContain("Subject: This e-mail address has an account already");
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

test.each([
  ["accept", "sent"],
  ["refuse", "refused"],
  ["busy", "unknown"],
] as const)("a mail server that says %s makes the outcome %s, never an exception", async (mode, outcome) => {
  sink.mode = mode;
  expect(await sendMail({ to: "sari@example.test", subject: "x", text: "y" })).toMatchObject({ outcome });
});
