import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

// Prisma's own tool downloads a native engine to compare a schema with a database. The same engine is published as
// WebAssembly; this talks to it directly, so that authoring and checking migrations needs no download.

// The adapter does not know the catalogue's one-byte "char". It passes through it disguised as an array of characters,
// a type that no catalogue query returns, and is given its own name again on the way out.
const ONE_BYTE_CHAR = 18;
const CHARACTER_ARRAY = 1002;

/** SQL that turns the database at `url` into what prisma/*.prisma describes. */
export async function schemaDiff(url: string): Promise<string> {
  const engine = await startEngine(url);
  const files = globSync("prisma/**/*.prisma").map((path) => ({ path, content: readFileSync(path, "utf8") }));
  const { stdout } = await engine.diff({
    from: { tag: "schemaDatasource", files, configDir: process.cwd() },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: null,
    filters: { externalTables: ["public._prisma_migrations"], externalEnums: [] },
  });
  return (stdout ?? "").trim();
}

async function startEngine(url: string) {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue.SchemaEngine.new({ datamodels: undefined }, () => {}, adapterFor(url));
}

function adapterFor(url: string) {
  const connect = async () => {
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    const query = pool.query.bind(pool);
    pool.query = (async (config: pg.QueryConfig) => {
      const result = await query(config);
      for (const field of result.fields ?? [])
        if (field.dataTypeID === ONE_BYTE_CHAR) field.dataTypeID = CHARACTER_ARRAY;
      return result;
    }) as typeof pool.query;
    const adapter = await new PrismaPg(pool).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (request) => {
      const result = await queryRaw(request);
      const columnTypes = result.columnTypes.map((type) =>
        type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  };
  return bindMigrationAwareSqlAdapterFactory({
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect,
    connectToShadowDb: connect,
  });
}
