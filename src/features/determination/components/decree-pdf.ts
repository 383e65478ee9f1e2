import PDFDocument from "pdfkit";
import { env } from "#env.ts";
import { translatorFor } from "#i18n/sentences.ts";
import type { DecreePaper } from "../types.ts";

type Paper = PDFKit.PDFDocument;

const say = translatorFor("id", "determination");
const days = new Intl.DateTimeFormat("id-ID", { dateStyle: "long", timeZone: "Asia/Jakarta" });
const numbers = new Intl.NumberFormat("id-ID");

const MARGIN = 56;
const WIDTH = 595.28 - 2 * MARGIN;
const INK = "#1a2233";
const SOFT = "#4b5364";
const LINE = "#d9d4c7";
const ROW = 15;

/** The decree as upright A4 in Bahasa Indonesia: what it rests on, its digest, and whom it names, by line of the list. */
export async function decreePdf(decree: DecreePaper): Promise<Uint8Array<ArrayBuffer>> {
  const paper = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    lang: "id-ID",
    displayTitle: true,
    info: {
      Title: `${say("decree.title")} ${decree.number}`,
      Subject: say("decree.simulation"),
      CreationDate: decree.issuedAt,
      ModDate: decree.issuedAt,
    },
  });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    paper.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    paper.on("end", resolve);
    paper.on("error", reject);
  });
  drawHead(paper, decree);
  drawFacts(paper, decree);
  drawList(paper, decree);
  paper.end();
  await finished;
  return new Uint8Array(Buffer.concat(chunks));
}

function drawHead(paper: Paper, { number }: DecreePaper): void {
  paper.font("Helvetica-Bold").fontSize(9.5).fillColor(SOFT).text(say("decree.simulation"));
  paper.moveDown(1.2).font("Times-Bold").fontSize(22).fillColor(INK).text(say("decree.title"));
  paper
    .moveDown(0.2)
    .font("Helvetica")
    .fontSize(12)
    .text(`${say("decree.number")} ${number}`);
  paper.moveDown(1);
}

function drawFacts(paper: Paper, decree: DecreePaper): void {
  const address = `${env().APP_URL}/undian/${decree.waveNumber}`;
  paper
    .font("Helvetica")
    .fontSize(10.5)
    .fillColor(INK)
    .text(say("decree.basis", { address }), { width: WIDTH });
  paper.moveDown(1);
  const facts = [
    [say("decree.wave"), String(decree.waveNumber)],
    [say("decree.scheme"), decree.schemeName],
    [say("decree.issued"), days.format(decree.issuedAt)],
    [say("decree.applicants"), numbers.format(decree.applicants)],
    [say("decree.quota"), numbers.format(decree.quota)],
    [say("decree.people"), numbers.format(decree.people)],
  ] as const;
  for (const [label, value] of facts) {
    const y = paper.y;
    paper.font("Helvetica").fontSize(10).fillColor(SOFT).text(label, MARGIN, y, { width: 160 });
    paper
      .font("Helvetica-Bold")
      .fillColor(INK)
      .text(value, MARGIN + 170, y, { width: WIDTH - 170 });
    paper.moveDown(0.25);
  }
  const hashes = [
    [say("decree.digest"), decree.digest],
    [say("decree.root"), decree.root],
    [say("decree.seed"), decree.seed],
  ] as const;
  for (const [label, value] of hashes) {
    paper.moveDown(0.4).font("Helvetica").fontSize(9.5).fillColor(SOFT).text(label, MARGIN);
    paper.font("Courier").fontSize(9.5).fillColor(INK).text(value, MARGIN);
  }
  paper.moveDown(1.4);
}

const COLUMNS = [0, 60, 350] as const;

function drawList(paper: Paper, { entries, people }: DecreePaper): void {
  paper.font("Helvetica-Bold").fontSize(12).fillColor(INK).text(say("decree.list"), MARGIN);
  paper.moveDown(0.5);
  drawRow(paper, [say("decree.rank"), say("decree.entry"), say("decree.province")], "Helvetica-Bold");
  for (const { rank, entry, province } of entries)
    drawRow(paper, [numbers.format(rank), `${entry.slice(0, 32)}...`, province], "Helvetica");
  if (people > entries.length) {
    paper.moveDown(0.8).font("Helvetica").fontSize(10).fillColor(SOFT);
    paper.text(say("decree.more", { count: numbers.format(people) }), MARGIN, paper.y, { width: WIDTH });
  }
}

function drawRow(paper: Paper, cells: readonly [string, string, string], font: string): void {
  if (paper.y + ROW > paper.page.height - MARGIN) paper.addPage();
  const y = paper.y;
  cells.forEach((cell, index) => {
    paper
      .font(index === 1 && font === "Helvetica" ? "Courier" : font)
      .fontSize(9)
      .fillColor(INK);
    paper.text(cell, MARGIN + (COLUMNS[index] ?? 0), y + 3, { lineBreak: false });
  });
  paper
    .moveTo(MARGIN, y + ROW)
    .lineTo(MARGIN + WIDTH, y + ROW)
    .lineWidth(0.5)
    .strokeColor(LINE)
    .stroke();
  paper.x = MARGIN;
  paper.y = y + ROW;
}
