import { crc32, deflateRawSync } from "node:zlib";

/** A ZIP of these files; `claimed` lies in the directory about the size that a file has. */
export function zipOf(files: Readonly<Record<string, string | Buffer>>, claimed?: number): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const sizes = Buffer.alloc(18);
    sizes.writeUInt16LE(8, 0);
    sizes.writeUInt32LE(crc32(bytes), 6);
    sizes.writeUInt32LE(packed.length, 10);
    sizes.writeUInt32LE(claimed ?? bytes.length, 14);
    const head = Buffer.concat([sizes, shorts(name.length, 0)]);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), shorts(20, 0), head, Buffer.from(name), packed]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\x01\x02"), shorts(20, 20, 0), head, where, Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(10);
  end.writeUInt32LE(index.length, 0);
  end.writeUInt32LE(offset, 4);
  const count = Object.keys(files).length;
  return Buffer.concat([...parts, index, Buffer.from("PK\x05\x06"), shorts(0, 0, count, count), end]);
}

type Workbook = {
  /** What stands in <sheetData>. */
  readonly rows: string;
  readonly strings?: string;
  readonly properties?: string;
};

/** The smallest workbook that Excel would open, with the given rows of XML. */
export function workbookOf({ rows, strings, properties = "" }: Workbook): Buffer {
  return zipOf(workbookFiles({ rows, strings, properties }));
}

export function workbookFiles({ rows, strings, properties = "" }: Workbook): Record<string, string> {
  return {
    "xl/worksheets/people.xml": `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId7" Target="worksheets/people.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="r">${properties}<sheets><sheet name="Data" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    ...(strings ? { "xl/sharedStrings.xml": `<sst>${strings}</sst>` } : {}),
  };
}

function shorts(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => {
    bytes.writeUInt16LE(value, index * 2);
  });
  return bytes;
}
