import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findTrialBalance, sumByKind } from "#features/accounting/queries/books.ts";
import {
  findHeadPage,
  findJournalState,
  findPublicKeys,
  writeHeads,
} from "#features/accounting/queries/journal.ts";
import { findReconciliations } from "#features/accounting/queries/reconciliation.ts";
import { sealJournalDue } from "#features/accounting/use-cases/seal-journal.ts";
import { sendHeadsDue } from "#features/accounting/use-cases/send-heads.ts";
import { parseDay } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { insertAccount } from "../../../prisma/seed/people.ts";
import { type SmtpSink, startSmtpSink } from "../../support/smtp-sink.ts";
import { check, exported, morning, nextMorning, postSome, signedHeads } from "./books.ts";

let sink: SmtpSink;

beforeAll(async () => {
  sink = await startSmtpSink();
  process.env.SMTP_URL = sink.url;
  for (const name of ["ana", "budi"])
    await insertAccount({ email: `${name}-auditor@example.test`, name }, { now: morning, role: "auditor" });
});
afterAll(() => sink.close());

// The journal only grows, so this is one story in its order.
describe("a journal", { shuffle: false }, () => {
  test("two workers at once number every transfer once, without a gap, and sign one head a day", async () => {
    await postSome(12, morning);
    await Promise.all([1, 2, 3].map(() => sealJournalDue(morning)));
    await postSome(3, morning);
    await sealJournalDue(morning);
    await postSome(2, nextMorning);
    await Promise.all([1, 2].map(() => sealJournalDue(nextMorning)));
    const numbers = (await exported()).map((line) => Number(/"number":(\d+)/.exec(line)?.[1]));
    expect(numbers).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
    expect((await signedHeads()).map(({ day, number }) => [day, number])).toEqual([
      ["2026-11-24", 12],
      ["2026-11-25", 17],
    ]);
    expect(await check(await exported(), await signedHeads())).toEqual([]);
    expect(await findJournalState()).toMatchObject({ number: 17, waiting: 0 });
  });

  test("every auditor gets each day's head once, also when the mail server was away", async () => {
    sink.mode = "busy";
    await Promise.all([sendHeadsDue(nextMorning), sendHeadsDue(nextMorning)]);
    expect(sink.letters).toHaveLength(0);
    sink.mode = "accept";
    const later = new Date(nextMorning.getTime() + 3_600_000);
    expect(await sendHeadsDue(later)).toBe(4);
    expect(await sendHeadsDue(later)).toBe(0);
    const [head] = (await findHeadPage()).rows;
    const ofToday = sink.letters.filter(({ text }) => text.includes(head?.hash ?? "-"));
    expect(ofToday.map(({ to }) => to).toSorted()).toEqual([
      "ana-auditor@example.test",
      "budi-auditor@example.test",
    ]);
  });

  test("the published key and heads check an export on a computer without portal and database", async () => {
    const folder = mkdtempSync(`${tmpdir()}/auditor-`);
    try {
      const lines = await exported();
      const [key] = await findPublicKeys();
      writeFileSync(`${folder}/journal.jsonl`, `${lines.join("\n")}\n`);
      writeFileSync(`${folder}/changed.jsonl`, `${lines.join("\n").replace('"1000"', '"9000"')}\n`);
      writeFileSync(`${folder}/cut.jsonl`, `${lines.slice(0, 14).join("\n")}\n`);
      writeFileSync(`${folder}/heads.json`, await writeHeads());
      writeFileSync(`${folder}/key.pem`, key?.pem ?? "");
      const verify = (file: string) =>
        spawnSync(
          process.execPath,
          [
            "scripts/ledger.ts",
            "verify",
            `${folder}/${file}`,
            "--heads",
            `${folder}/heads.json`,
            "--key",
            `${folder}/key.pem`,
          ],
          { encoding: "utf8", env: { ...process.env, DATABASE_URL: "", SIGNING_KEYS: "" } },
        );
      expect(verify("journal.jsonl")).toMatchObject({ status: 0 });
      const changed = verify("changed.jsonl");
      expect(changed.status).toBe(1);
      expect(changed.stdout).toContain("entry 1: was changed after it was sealed");
      const cut = verify("cut.jsonl");
      expect(cut.status).toBe(1);
      expect(cut.stdout).toContain("entries 15 to 17: missing at the end");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  describe("the reports", { shuffle: false }, () => {
    const total = async (day: string) => {
      const until = parseDay(day);
      if (!until) throw new Error(day);
      return sumByKind(await findTrialBalance({ until, waveNumber: null, schemeCode: null }));
    };

    test("say what the accounts held at the end of a day, sealed or not", async () => {
      await postSome(1, nextMorning);
      const at = async (day: string) =>
        (await total(day)).lines.find(({ kind }) => kind === "training_balance")?.amount ?? 0n;
      expect(await at("2026-11-23")).toBe(0n);
      expect(await at("2026-11-24")).toBe(15_000n);
      expect(await at("2026-11-25")).toBe(18_000n);
      await sealJournalDue(nextMorning);
      expect(await at("2026-11-25")).toBe(18_000n);
      expect((await total("2026-11-25")).total).toBe(0n);
    });

    test("agree with what the stages know, and show where somebody reached into the books", async () => {
      const differing = async () =>
        (await findReconciliations()).filter(({ ledger, other }) => ledger !== other).map(({ name }) => name);
      // The transfers of this file come from no wave's budget.
      expect(await differing()).toEqual(["allotment"]);
      const { id } = await database().ledgerAccount.findFirstOrThrow({ where: { kind: "training_balance" } });
      await database().$transaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
        await tx.$executeRaw`UPDATE ledger_account SET balance = balance + 5 WHERE id = ${id}::uuid`;
        await tx.$executeRaw`INSERT INTO ledger_entry (transfer_id, line, account_id, amount, occurred_at)
          SELECT transfer_id, 9, account_id, 7, occurred_at FROM ledger_entry WHERE account_id <> ${id}::uuid LIMIT 1`;
      });
      expect(await differing()).toEqual(expect.arrayContaining(["zero", "running-balances", "day-sums"]));
    });
  });

  test("past the job, the database lets no seal skip a number or follow another hash", async () => {
    const [before] = await database().ledgerSeal.findMany({ orderBy: { number: "desc" }, take: 1 });
    if (!before) throw new Error("nothing sealed");
    const seal = (changes: object) =>
      database().ledgerSeal.create({
        data: {
          number: before.number + 1n,
          transferId: randomUUID(),
          previous: before.hash,
          hash: new Uint8Array(32),
          sealedAt: morning,
          ...changes,
        },
      });
    await expect(seal({ number: before.number + 2n })).rejects.toThrow("does not follow");
    await expect(seal({ previous: new Uint8Array(32) })).rejects.toThrow("does not follow");
    await expect(database().$executeRaw`DELETE FROM ledger_seal`).rejects.toThrow("only grows");
    await expect(database().$executeRaw`UPDATE ledger_head SET number = 1`).rejects.toThrow("only grows");
  });
});
