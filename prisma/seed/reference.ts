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

async function seedTestItems(): Promise<void> {
  const items = testItemsSchema.parse(JSON.parse(readFileSync("prisma/seed/test-items.json", "utf8")));
  await database().testItem.createMany({
    data: items.map(({ explain, pair, ...item }) => ({
      ...item,
      id: `${item.code}.1`,
      version: 1,
      explanation: explain,
      pairCode: pair,
    })),
    skipDuplicates: true,
  });
}
