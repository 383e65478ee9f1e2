import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { getDistricts, getProvinces, getRegencies, getVillages } from "idn-area-data";
import { schemeParameters } from "#features/waves/schema.ts";
import { database } from "#platform/db/client.ts";
import { seedCatalogue } from "./catalogue.ts";
import { testItemsSchema } from "./content-schema.ts";

/** What every portal needs, demo or not: areas, schemes, test items, courses. */
export async function seedReference(): Promise<void> {
  await seedAreas();
  await seedSchemes();
  await seedTestItems();
  await seedCatalogue();
}

/** The official area list (Kemendagri codes). */
async function seedAreas(): Promise<void> {
  const areas = [
    ...(await getProvinces()).map(({ code, name }) => ({ code, name, parentCode: null, level: 1 })),
    ...(await getRegencies()).map((row) => ({
      code: row.code,
      name: row.name,
      parentCode: row.province_code,
      level: 2,
    })),
    ...(await getDistricts()).map((row) => ({
      code: row.code,
      name: row.name,
      parentCode: row.regency_code,
      level: 3,
    })),
    ...(await getVillages()).map((row) => ({
      code: row.code,
      name: row.name,
      parentCode: row.district_code,
      level: 4,
    })),
  ];
  if ((await database().area.count()) === areas.length) return;
  await database().$executeRaw`
    INSERT INTO area (code, name, parent_code, level)
    SELECT * FROM unnest(
      ${areas.map((area) => area.code)}::text[], ${areas.map((area) => area.name)}::text[],
      ${areas.map((area) => area.parentCode)}::text[], ${areas.map((area) => area.level)}::smallint[])
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, parent_code = excluded.parent_code`;
}

async function seedSchemes(): Promise<void> {
  const schemes: { code: string; name: string; parameters: unknown }[] = JSON.parse(
    readFileSync("prisma/seed/schemes.json", "utf8"),
  );
  for (const { code, name, parameters } of schemes) {
    const checked = schemeParameters.parse(parameters);
    await database().scheme.upsert({
      where: { code },
      create: { code, name, parameters: checked },
      update: { name, parameters: checked },
    });
  }
}

/** Items come approved; a picture lies under the hash of its bytes. What is there already stays, but learns its family. */
async function seedTestItems(): Promise<void> {
  const items = testItemsSchema.parse(JSON.parse(readFileSync("prisma/seed/test-items.json", "utf8")));
  const rows = items.map(({ explain, pair, family, ...item }) => {
    const { image, imageAlt, ...content } = { image: undefined, imageAlt: undefined, ...item };
    const picture = image === undefined ? null : pictureOf(image);
    return {
      row: {
        ...content,
        id: `${item.code}.1`,
        version: 1,
        explanation: explain,
        pairCode: pair,
        family,
        image: picture?.id ?? null,
        imageAlt: imageAlt ?? null,
        state: "approved" as const,
        active: true,
      },
      picture,
    };
  });
  await database().testImage.createMany({
    data: rows.flatMap(({ picture }) => picture ?? []),
    skipDuplicates: true,
  });
  await database().testItem.createMany({ data: rows.map(({ row }) => row), skipDuplicates: true });
  const [ids, families] = [rows.map(({ row }) => row.id), rows.map(({ row }) => row.family)];
  await database().$executeRaw`
    UPDATE test_item SET family = told.family
    FROM unnest(${ids}::text[], ${families}::text[]) AS told (id, family)
    WHERE test_item.id = told.id AND test_item.author_id IS NULL AND test_item.family IS DISTINCT FROM told.family`;
}

function pictureOf(file: string) {
  const bytes = new Uint8Array(readFileSync(`prisma/seed/test-images/${file}`));
  const id = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
  return { id, bytes, contentType: "image/svg+xml" };
}
