import { cellText, UnreadableSheet } from "./sheet.ts";
import { readXml } from "./xml-stream.ts";
import type { Archive } from "./zip-archive.ts";

/** Letters of all texts of a workbook, each of them kept once. */
const STRING_LETTERS = 40_000_000;

/** Where the first sheet lies, and from when its dates count. */
export async function readWorkbook(
  archive: Archive,
): Promise<{ readonly sheetName: string; readonly epoch: 1900 | 1904 }> {
  const workbook = await archive.read("xl/workbook.xml");
  if (!workbook) throw new UnreadableSheet("sheet-unknown-format");
  let relation: string | undefined;
  let epoch: 1900 | 1904 = 1900;
  const reader = readXml(workbook, {
    open(name, attributes) {
      if (name === "sheet") relation ??= idIn(attributes);
      if (name === "workbookPr" && /^(1|true)$/.test(attributes.date1904 ?? "")) epoch = 1904;
    },
  });
  for await (const _ of reader);
  return { sheetName: (await targetOf(archive, relation)) ?? "xl/worksheets/sheet1.xml", epoch };
}

/** The texts that cells refer to by number. Readings of Japanese (rPh) are no part of a text. */
export async function readStrings(archive: Archive): Promise<readonly string[]> {
  const stream = await archive.read("xl/sharedStrings.xml");
  if (!stream) return [];
  const strings: string[] = [];
  let letters = 0;
  let text = "";
  let isText = false;
  let isReading = false;
  const reader = readXml(stream, {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") isReading = true;
      isText = name === "t" && !isReading;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      isText = false;
      if (name === "rPh") isReading = false;
      if (name !== "si") return;
      strings.push(cellText(text));
      letters += text.length;
      if (letters > STRING_LETTERS) throw new UnreadableSheet("sheet-too-large");
    },
  });
  for await (const _ of reader);
  return strings;
}

async function targetOf(archive: Archive, relation: string | undefined): Promise<string | null> {
  const relations = relation && (await archive.read("xl/_rels/workbook.xml.rels"));
  if (!relations) return null;
  let target: string | undefined;
  const reader = readXml(relations, {
    open(name, attributes) {
      if (name === "Relationship" && attributes.Id === relation) target = attributes.Target;
    },
  });
  for await (const _ of reader);
  if (!target) return null;
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

/** `r:id`, whatever the prefix is. */
function idIn(attributes: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1];
}
