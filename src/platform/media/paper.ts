import PDFDocument from "pdfkit";

export type Paper = PDFKit.PDFDocument;

/** The dyes of printed words and lines (ui/tokens.css, light). */
export const DYES = { ink: "#1a2233", soft: "#4b5364", line: "#d9d4c7" } as const;

/** The width of upright A4, in points. */
export const UPRIGHT_WIDTH = 595.28;

type Sheet = {
  readonly title: string;
  readonly subject: string;
  readonly author?: string;
  /** The moment that the paper speaks of, so that printing it again makes the same bytes. */
  readonly at: Date;
  /** Points. */
  readonly margin: number;
  readonly layout?: "portrait" | "landscape";
};

/** A PDF on A4 in Bahasa Indonesia with what `draw` puts on it. */
export async function printPaper(
  { title, subject, author, at, margin, layout = "portrait" }: Sheet,
  draw: (paper: Paper) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const paper = new PDFDocument({
    size: "A4",
    layout,
    margin,
    lang: "id-ID",
    displayTitle: true,
    info: {
      Title: title,
      ...(author && { Author: author }),
      Subject: subject,
      CreationDate: at,
      ModDate: at,
    },
  });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    paper.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    paper.on("end", resolve);
    paper.on("error", reject);
  });
  draw(paper);
  paper.end();
  await finished;
  return new Uint8Array(Buffer.concat(chunks));
}

type Place = { readonly left: number; readonly indent: number; readonly width: number };

/** A label, and beside it what it says; the next line begins below. */
export function drawFact(
  paper: Paper,
  [label, value]: readonly [string, string],
  { left, indent, width }: Place,
): void {
  const y = paper.y;
  paper
    .font("Helvetica")
    .fontSize(10)
    .fillColor(DYES.soft)
    .text(label, left, y, { width: indent - 10 });
  paper
    .font("Helvetica-Bold")
    .fillColor(DYES.ink)
    .text(value, left + indent, y, { width: width - indent });
}

/** The thin line below a row of a table, which the next row begins at. */
export function endRow(paper: Paper, bottom: number, { left, width }: Omit<Place, "indent">): void {
  paper
    .moveTo(left, bottom)
    .lineTo(left + width, bottom)
    .lineWidth(0.5)
    .strokeColor(DYES.line)
    .stroke();
  paper.x = left;
  paper.y = bottom;
}

/** The paper's own typefaces know western letters only: others lose their marks, or become a question mark. */
export function printable(text: string): string {
  return Array.from(text.normalize("NFC"), (letter) => {
    if (/[\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d]/.test(letter)) return letter;
    return letter.normalize("NFKD").replace(/[^\u0020-\u007e]/g, "") || "?";
  }).join("");
}
