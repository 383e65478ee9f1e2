import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { UnreadableSheet } from "./sheet.ts";

/** What a reader of XML does on the way. Names come without their prefix. */
export type XmlReader = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/**
 * Reads XML as it comes and yields after every piece, so that the caller may take what is ready and stop at any time.
 * A document type is refused: nothing in a spreadsheet needs one, and only entities that burst do.
 */
export async function* readXml(stream: Readable, reader: XmlReader): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on("error", (error) => {
    throw new UnreadableSheet("sheet-damaged", { cause: error });
  });
  parser.on("doctype", () => {
    throw new UnreadableSheet("sheet-damaged");
  });
  parser.on("opentag", (tag) => reader.open?.(localName(tag.name), tag.attributes));
  parser.on("closetag", (tag) => reader.close?.(localName(tag.name)));
  parser.on("text", (text) => reader.text?.(text));
  parser.on("cdata", (text) => reader.text?.(text));
  const decoder = new TextDecoder();
  try {
    for await (const chunk of stream) {
      parser.write(decoder.decode(chunk, { stream: true }));
      yield;
    }
    parser.write(decoder.decode());
    parser.close();
    yield;
  } catch (error) {
    if (error instanceof UnreadableSheet) throw error;
    throw new UnreadableSheet("sheet-damaged", { cause: error });
  } finally {
    stream.destroy();
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
