import type { Period } from "../policy/statement.ts";
import type { Statement, StatementLine } from "../types/statement.ts";
import type { OwnPartner } from "../types.ts";
import { findProfile } from "./profile.ts";
import { findLines, findStatement } from "./statement.ts";

/** Movements that a paper lists; a longer month is whole in the CSV. */
const LINES = 2_000;

/** Everything that the paper of a month says, in Bahasa Indonesia; null when the register knows no such partner. */
export async function findStatementPaper(
  partner: OwnPartner,
  period: Period,
  now: Date,
): Promise<{
  readonly partnerName: string;
  readonly statement: Statement;
  readonly lines: readonly StatementLine[];
  readonly hasMore: boolean;
  readonly madeAt: Date;
} | null> {
  const [profile, statement, lines] = await Promise.all([
    findProfile(partner),
    findStatement(partner, period, now),
    findLines(partner, period, "id", { size: LINES + 1 }),
  ]);
  if (!profile) return null;
  return {
    partnerName: profile.name,
    statement,
    lines: lines.slice(0, LINES),
    hasMore: lines.length > LINES,
    madeAt: now,
  };
}
