import { defineConfig } from "prisma/config";

// Making the client needs no schema engine, yet the tool would download one first. Naming any program stops that; the
// commands that do need the engine (on a machine with the network) are left alone.
if (process.argv.includes("generate")) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
process.env.CHECKPOINT_DISABLE ??= "1";
process.env.PRISMA_HIDE_UPDATE_MESSAGE ??= "1";

export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
  // Not env("DATABASE_URL"): that throws when unset, which would break `prisma generate` on a fresh clone.
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
