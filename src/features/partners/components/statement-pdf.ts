import PDFDocument from "pdfkit";
import { translatorFor } from "#i18n/sentences.ts";
import { formatRupiah } from "#kernel/money.ts";
import { type Statement, type StatementLine, statementKinds } from "../types/statement.ts";

type Paper = PDFKit.PDFDocument;

const say = translatorFor("id", "partners");
const days = new Intl.DateTimeFormat("id-ID", { dateStyle: "long", timeZone: "Asia/Jakarta" });
const shortDays = new Intl.DateTimeFormat("id-ID", { dateStyle: "short", timeZone: "Asia/Jakarta" });
const numbers = new Intl.NumberFormat("id-ID");

const MARGIN = 48;
const WIDTH = 595.28 - 2 * MARGIN;
const INK = "#1a2233";
const SOFT = "#4b5364";
const LINE = "#d9d4c7";
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
  const paper = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    lang: "id-ID",
    displayTitle: true,
    info: {
      Title: `${say("statement.title")} ${statement.month} ${plain(partnerName)}`,
      Subject: say("statement.paper.simulation"),
      CreationDate: madeAt,
      ModDate: madeAt,
    },
  });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    paper.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    paper.on("end", resolve);
    paper.on("error", reject);
  });
  drawHead(paper, printed);
  drawSums(paper, statement);
  drawLines(paper, printed);
  paper.end();
  await finished;
  return new Uint8Array(Buffer.concat(chunks));
}

function drawHead(paper: Paper, { partnerName, statement, madeAt }: Printed): void {
  const last = new Date(statement.until.getTime() - 1);
  paper.font("Helvetica-Bold").fontSize(9.5).fillColor(SOFT).text(say("statement.paper.simulation"));
  paper.moveDown(1).font("Times-Bold").fontSize(22).fillColor(INK).text(say("statement.title"));
  paper.moveDown(0.6);
  const facts = [
    [say("statement.paper.partner"), plain(partnerName)],
    [say("statement.paper.period"), `${days.format(statement.from)} - ${days.format(last)}`],
    [say("statement.paper.printed"), days.format(madeAt)],
  ] as const;
  for (const [label, value] of facts) {
    const y = paper.y;
    paper.font("Helvetica").fontSize(10).fillColor(SOFT).text(label, MARGIN, y, { width: 90 });
    paper
      .font("Helvetica-Bold")
      .fillColor(INK)
      .text(value, MARGIN + 96, y, { width: WIDTH - 96 });
    paper.moveDown(0.2);
  }
  if (!statement.isOver)
    paper.moveDown(0.4).font("Helvetica").fillColor(SOFT).text(say("statement.paper.preliminary"), MARGIN);
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
      .fillColor(SOFT)
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
  paper.font("Helvetica-Bold").fontSize(12).fillColor(INK).text(say("statement.lines"), MARGIN);
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
      .fillColor(SOFT)
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
    paper.fillColor(INK).text(cells[index] ?? "", MARGIN + at, y + 3, {
      width: width - 6,
      align: isNumber ? "right" : "left",
    });
  });
  const bottom = y + height;
  paper
    .moveTo(MARGIN, bottom)
    .lineTo(MARGIN + WIDTH, bottom)
    .lineWidth(0.5)
    .strokeColor(LINE)
    .stroke();
  paper.x = MARGIN;
  paper.y = bottom;
}

/** The paper's typeface has no true minus sign. */
function money(amount: bigint): string {
  return formatRupiah(amount).replace("−", "-");
}

/** The paper's own typefaces know western letters only. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/[^\u0020-\u007e]/g, "");
}
