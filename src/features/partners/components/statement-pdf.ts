import { translatorFor } from "#i18n/sentences.ts";
import { formatRupiah } from "#kernel/money.ts";
import {
  DYES,
  drawFact,
  endRow,
  type Paper,
  printable,
  printPaper,
  UPRIGHT_WIDTH,
} from "#platform/media/paper.ts";
import { type Statement, type StatementLine, statementKinds } from "../types/statement.ts";

const say = translatorFor("id", "partners");
const days = new Intl.DateTimeFormat("id-ID", { dateStyle: "long", timeZone: "Asia/Jakarta" });
const shortDays = new Intl.DateTimeFormat("id-ID", { dateStyle: "short", timeZone: "Asia/Jakarta" });
const numbers = new Intl.NumberFormat("id-ID");

const MARGIN = 48;
const WIDTH = UPRIGHT_WIDTH - 2 * MARGIN;
const ROW = 16;

type Printed = {
  readonly partnerName: string;
  readonly statement: Statement;
  /** The first of the month's movements. */
  readonly lines: readonly StatementLine[];
  /** There are more than these; all of them are in the CSV. */
  readonly hasMore: boolean;
  readonly madeAt: Date;
};

/** A month's statement as upright A4 in Bahasa Indonesia: the figures, and the movements that fit a paper. */
export async function statementPdf(printed: Printed): Promise<Uint8Array<ArrayBuffer>> {
  const { madeAt, statement, partnerName } = printed;
  const title = `${say("statement.title")} ${statement.month} ${printable(partnerName)}`;
  const sheet = { title, subject: say("statement.paper.simulation"), at: madeAt, margin: MARGIN };
  return printPaper(sheet, (paper) => {
    drawHead(paper, printed);
    drawSums(paper, statement);
    drawLines(paper, printed);
  });
}

function drawHead(paper: Paper, { partnerName, statement, madeAt }: Printed): void {
  const last = new Date(statement.until.getTime() - 1);
  paper.font("Helvetica-Bold").fontSize(9.5).fillColor(DYES.soft).text(say("statement.paper.simulation"));
  paper.moveDown(1).font("Times-Bold").fontSize(22).fillColor(DYES.ink).text(say("statement.title"));
  paper.moveDown(0.6);
  const facts = [
    [say("statement.paper.partner"), printable(partnerName)],
    [say("statement.paper.period"), `${days.format(statement.from)} - ${days.format(last)}`],
    [say("statement.paper.printed"), days.format(madeAt)],
  ] as const;
  for (const fact of facts) {
    drawFact(paper, fact, { left: MARGIN, indent: 100, width: WIDTH });
    paper.moveDown(0.2);
  }
  if (!statement.isOver)
    paper
      .moveDown(0.4)
      .font("Helvetica")
      .fillColor(DYES.soft)
      .text(say("statement.paper.preliminary"), MARGIN);
  paper.moveDown(1);
}

const SUMS = [
  { at: 0, width: 140 },
  { at: 140, width: 60, isNumber: true },
  { at: 200, width: 100, isNumber: true },
  { at: 300, width: 95, isNumber: true },
  { at: 395, width: WIDTH - 395, isNumber: true },
] as const;

function drawSums(paper: Paper, { opening, closing, sums, forfeited }: Statement): void {
  const head = ["columns.kind", "count", "columns.price", "columns.commission", "columns.amount"] as const;
  drawRow(
    paper,
    SUMS,
    head.map((key) => say(`statement.${key}`)),
    true,
  );
  drawRow(paper, SUMS, [say("statement.opening"), "", "", "", money(opening)]);
  for (const kind of statementKinds) {
    const { count, price, commission, amount } = sums[kind];
    if (kind === "other" && count === 0) continue;
    const cells = [numbers.format(count), money(price), money(commission), money(amount)];
    drawRow(paper, SUMS, [say(`statement.kinds.${kind}`), ...cells]);
  }
  drawRow(paper, SUMS, [say("statement.closing"), "", "", "", money(closing)], true);
  if (forfeited.count > 0) {
    const words = say("statement.forfeited", { count: forfeited.count, amount: money(forfeited.amount) });
    paper
      .moveDown(0.6)
      .font("Helvetica")
      .fontSize(10)
      .fillColor(DYES.soft)
      .text(words, MARGIN, paper.y, { width: WIDTH });
  }
  paper.moveDown(1.4);
}

const LINES = [
  { at: 0, width: 62 },
  { at: 62, width: 74 },
  { at: 136, width: 140 },
  { at: 276, width: 76, isNumber: true },
  { at: 352, width: 70, isNumber: true },
  { at: 422, width: WIDTH - 422, isNumber: true },
] as const;

function drawLines(paper: Paper, { lines, hasMore }: Printed): void {
  if (lines.length === 0) return;
  paper.font("Helvetica-Bold").fontSize(12).fillColor(DYES.ink).text(say("statement.lines"), MARGIN);
  paper.moveDown(0.5);
  const head = ["day", "kind", "invoice", "price", "commission", "amount"] as const;
  drawRow(
    paper,
    LINES,
    head.map((key) => say(`statement.columns.${key}`)),
    true,
  );
  for (const line of lines) {
    const words = [
      shortDays.format(line.occurredAt),
      say(`statement.kinds.${line.kind}`),
      line.invoiceCode ?? "-",
    ];
    const amounts = [line.price, line.commission, line.amount].map((amount) =>
      amount === null ? "-" : money(amount),
    );
    drawRow(paper, LINES, [...words, ...amounts]);
  }
  if (hasMore)
    paper
      .moveDown(0.8)
      .font("Helvetica")
      .fontSize(10)
      .fillColor(DYES.soft)
      .text(say("statement.paper.more"), MARGIN);
}

type Column = { readonly at: number; readonly width: number; readonly isNumber?: boolean };

function drawRow(paper: Paper, columns: readonly Column[], cells: readonly string[], isBold = false): void {
  paper.font(isBold ? "Helvetica-Bold" : "Helvetica").fontSize(8.5);
  const heights = columns.map(({ width }, index) =>
    paper.heightOfString(cells[index] ?? "", { width: width - 6 }),
  );
  const height = Math.max(ROW, ...heights.map((each) => each + 6));
  if (paper.y + height > paper.page.height - MARGIN) paper.addPage();
  const y = paper.y;
  columns.forEach(({ at, width, isNumber }, index) => {
    paper.fillColor(DYES.ink).text(cells[index] ?? "", MARGIN + at, y + 3, {
      width: width - 6,
      align: isNumber ? "right" : "left",
    });
  });
  endRow(paper, y + height, { left: MARGIN, width: WIDTH });
}

/** The paper's typeface has no true minus sign. */
function money(amount: bigint): string {
  return formatRupiah(amount).replace("−", "-");
}
