import { translatorFor } from "#i18n/sentences.ts";
import { type Paper, printable, printPaper } from "#platform/media/paper.ts";
import type { Certificate } from "../types.ts";
import { checkAddress, readableGroups } from "./check-address.ts";
import { drawBand, drawQr, INK, SHEET } from "./pdf-drawing.ts";

const LEFT = 182;
const WIDTH = SHEET.width - LEFT - 56;

const say = translatorFor("id", "certificates");
const days = new Intl.DateTimeFormat("id-ID", { dateStyle: "long", timeZone: "Asia/Jakarta" });

/** The certificate as a sheet of A4 on its side, in Bahasa Indonesia whatever the reader's language. */
export async function certificatePdf(certificate: Certificate): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = {
    title: `${say("paper.title")} ${certificate.number}`,
    author: say("paper.issuer"),
    subject: say("paper.simulation"),
    at: certificate.issuedAt,
    margin: 0,
    layout: "landscape",
  } as const;
  return printPaper(sheet, (paper) => {
    drawBand(paper);
    drawWords(paper, certificate);
    drawFacts(paper, certificate);
    drawFoot(paper, certificate);
  });
}

function drawWords(paper: Paper, { holderName, courseTitle, providerName }: Certificate): void {
  paper.font("Helvetica-Bold").fontSize(10.5).fillColor(INK.brand);
  paper.text(say("paper.issuer").toUpperCase(), LEFT, 52, { characterSpacing: 1.6 });
  paper.font("Times-Roman").fontSize(38).fillColor(INK.ink).text(say("paper.title"), LEFT, 80);
  quiet(paper, say("paper.givenTo"), 148);
  const name = printable(holderName);
  paper.font("Times-Bold").fillColor(INK.brand);
  sizeToFit(paper, name, 34, 18);
  paper.text(name, LEFT, 170, { width: WIDTH, lineBreak: true, height: 80, ellipsis: true });
  const lineY = paper.y + 8;
  paper
    .moveTo(LEFT, lineY)
    .lineTo(LEFT + 96, lineY)
    .lineWidth(3)
    .strokeColor(INK.accent)
    .stroke();
  quiet(paper, say("paper.for"), lineY + 20);
  paper.font("Helvetica-Bold").fontSize(20).fillColor(INK.ink);
  paper.text(printable(courseTitle), LEFT, lineY + 42, { width: WIDTH, height: 52, ellipsis: true });
  quiet(paper, say("paper.by", { provider: printable(providerName) }), paper.y + 8);
}

function drawFacts(paper: Paper, { hours, quizScore, completedAt, issuedAt }: Certificate): void {
  const facts = [
    [say("paper.hours"), say("paper.hoursValue", { hours })],
    [say("paper.score"), say("paper.scoreValue", { score: quizScore })],
    [say("paper.completed"), days.format(completedAt)],
    [say("paper.issued"), days.format(issuedAt)],
  ] as const;
  const top = 386;
  paper
    .moveTo(LEFT, top)
    .lineTo(LEFT + WIDTH, top)
    .lineWidth(0.8)
    .strokeColor(INK.line)
    .stroke();
  facts.forEach(([label, value], index) => {
    const x = LEFT + (index * WIDTH) / facts.length;
    paper
      .font("Helvetica")
      .fontSize(9.5)
      .fillColor(INK.soft)
      .text(label, x, top + 14);
    paper
      .font("Helvetica-Bold")
      .fontSize(12.5)
      .fillColor(INK.ink)
      .text(value, x, top + 29);
  });
  paper
    .moveTo(LEFT, top + 58)
    .lineTo(LEFT + WIDTH, top + 58)
    .lineWidth(0.8)
    .strokeColor(INK.line)
    .stroke();
}

function drawFoot(paper: Paper, { number, code }: Certificate): void {
  const top = 466;
  const qr = 84;
  const width = WIDTH - qr - 24;
  drawQr(paper, checkAddress(code), LEFT + WIDTH - qr, top - 6, qr);
  paper.font("Helvetica").fontSize(9.5).fillColor(INK.soft).text(say("paper.number"), LEFT, top);
  paper
    .font("Helvetica-Bold")
    .fontSize(14)
    .fillColor(INK.ink)
    .text(number, LEFT, top + 13);
  paper.font("Helvetica").fontSize(9.5).fillColor(INK.soft);
  paper.text(say("paper.code"), LEFT + 190, top);
  paper
    .font("Courier-Bold")
    .fontSize(14)
    .fillColor(INK.ink)
    .text(readableGroups(code), LEFT + 190, top + 13);
  paper.font("Helvetica").fontSize(9.5).fillColor(INK.soft);
  paper.text(say("paper.check", { address: checkAddress(code) }), LEFT, top + 38, { width });
  const simulation = say("paper.simulation");
  paper.font("Helvetica-Bold").fontSize(9.5);
  const chip = paper.widthOfString(simulation) + 20;
  paper.roundedRect(LEFT, top + 72, chip, 20, 4).fill(INK.accent);
  paper.fillColor(INK.onAccent).text(simulation, LEFT + 10, top + 78, { lineBreak: false });
}

function quiet(paper: Paper, text: string, y: number): void {
  paper.font("Helvetica").fontSize(12).fillColor(INK.soft).text(text, LEFT, y, { width: WIDTH });
}

/** The largest size between two bounds at which a name stays on one line. */
function sizeToFit(paper: Paper, text: string, largest: number, smallest: number): void {
  let size = largest;
  while (size > smallest && paper.fontSize(size).widthOfString(text) > WIDTH) size -= 1;
  paper.fontSize(size);
}
