import { env } from "#env.ts";
import { translatorFor } from "#i18n/sentences.ts";
import { DYES, drawFact, endRow, type Paper, printPaper, UPRIGHT_WIDTH } from "#platform/media/paper.ts";
import type { DecreePaper } from "../types.ts";

const say = translatorFor("id", "determination");
const days = new Intl.DateTimeFormat("id-ID", { dateStyle: "long", timeZone: "Asia/Jakarta" });
const numbers = new Intl.NumberFormat("id-ID");

const MARGIN = 56;
const WIDTH = UPRIGHT_WIDTH - 2 * MARGIN;
const ROW = 15;

/** The decree as upright A4 in Bahasa Indonesia: what it rests on, its digest, and whom it names, by line of the list. */
export async function decreePdf(decree: DecreePaper): Promise<Uint8Array<ArrayBuffer>> {
  const { issuedAt: at, number } = decree;
  const words = { title: `${say("decree.title")} ${number}`, subject: say("decree.simulation") };
  return printPaper({ ...words, at, margin: MARGIN }, (paper) => {
    drawHead(paper, decree);
    drawFacts(paper, decree);
    drawList(paper, decree);
  });
}

function drawHead(paper: Paper, { number }: DecreePaper): void {
  paper.font("Helvetica-Bold").fontSize(9.5).fillColor(DYES.soft).text(say("decree.simulation"));
  paper.moveDown(1.2).font("Times-Bold").fontSize(22).fillColor(DYES.ink).text(say("decree.title"));
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
    .fillColor(DYES.ink)
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
  for (const fact of facts) {
    drawFact(paper, fact, { left: MARGIN, indent: 170, width: WIDTH });
    paper.moveDown(0.25);
  }
  const hashes = [
    [say("decree.digest"), decree.digest],
    [say("decree.root"), decree.root],
    [say("decree.seed"), decree.seed],
  ] as const;
  for (const [label, value] of hashes) {
    paper.moveDown(0.4).font("Helvetica").fontSize(9.5).fillColor(DYES.soft).text(label, MARGIN);
    paper.font("Courier").fontSize(9.5).fillColor(DYES.ink).text(value, MARGIN);
  }
  paper.moveDown(1.4);
}

const COLUMNS = [0, 60, 350] as const;

function drawList(paper: Paper, { entries, people }: DecreePaper): void {
  paper.font("Helvetica-Bold").fontSize(12).fillColor(DYES.ink).text(say("decree.list"), MARGIN);
  paper.moveDown(0.5);
  drawRow(paper, [say("decree.rank"), say("decree.entry"), say("decree.province")], "Helvetica-Bold");
  for (const { rank, entry, province } of entries)
    drawRow(paper, [numbers.format(rank), `${entry.slice(0, 32)}...`, province], "Helvetica");
  if (people > entries.length) {
    paper.moveDown(0.8).font("Helvetica").fontSize(10).fillColor(DYES.soft);
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
      .fillColor(DYES.ink);
    paper.text(cell, MARGIN + (COLUMNS[index] ?? 0), y + 3, { lineBreak: false });
  });
  endRow(paper, y + ROW, { left: MARGIN, width: WIDTH });
}
