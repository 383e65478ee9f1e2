import { existsSync, readFileSync } from "node:fs";
import { isFree } from "./stack/ports.ts";
import { portsFrom } from "./stack/settings.ts";
import { startStack } from "./stack/stack.ts";

// `npm start` and `npm run dev`: the whole portal on this machine, from a fresh clone to the first page.

const isDevelopment = process.argv.includes("--dev");
if (existsSync(".env")) process.loadEnvFile(".env");
const ports = portsFrom(Number(process.env.PORT ?? 3000));

for (const [name, port] of Object.entries(ports)) {
  if (await isFree(port)) continue;
  fail(
    `Port ${port} (${name}) is taken. Stop what uses it, or set PORT: the portal takes PORT and the eleven after it.`,
  );
}

const began = Date.now();
let leaving = false;
try {
  const stack = await startStack({
    folder: isDevelopment ? ".data/dev" : ".data/portal",
    ports,
    mode: isDevelopment ? "development" : "production",
    durable: true,
    demo: true,
    say: (step) =>
      console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${step} ...`),
    onFailure: (message) => void leave(stack.stop, message),
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void leave(stack.stop));
  console.log(welcome());
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

async function leave(stop: () => Promise<void>, message?: string): Promise<void> {
  if (leaving) return;
  leaving = true;
  if (message) console.error(message);
  await stop();
  process.exit(message ? 1 : 0);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function welcome(): string {
  const cast = readFileSync("prisma/seed/cast.md", "utf8").trim();
  return `
────────────────────────────────────────────────────────────────────────
 The portal is open      http://localhost:${ports.web}
 Its e-mails             http://localhost:${ports.mail}
 Its short messages      http://localhost:${ports.sms}
────────────────────────────────────────────────────────────────────────
${cast}
────────────────────────────────────────────────────────────────────────
 Ctrl-C stops everything.
`;
}
