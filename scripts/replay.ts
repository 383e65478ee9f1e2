import { existsSync } from "node:fs";
import { OWN_DATABASE, withDatabase } from "./database/with-database.ts";
import { portsFrom, settingsFor } from "./stack/settings.ts";

// npm run replay -- <wave>/<participant number>: works a decision out again from what was kept, and says whether it agrees.

const [asked = ""] = process.argv.slice(2);
const [number = "", participantId = ""] = asked.split("/");
if (!/^\d{1,6}$/.test(number) || !/^[0-9a-f-]{36}$/.test(participantId)) {
  console.error("npm run replay -- <wave>/<participant number>    as on the page of a person's result");
  process.exit(2);
}
if (existsSync(".env")) process.loadEnvFile(".env");
const isOwn = !process.env.DATABASE_URL;
await withDatabase(OWN_DATABASE, async (url) => {
  if (isOwn) Object.assign(process.env, settingsFor(".data/portal", portsFrom(3000), url));
  const { replayDecision } = await import("#features/selection/queries/replay.ts");
  const { closeDatabase } = await import("#platform/db/client.ts");
  const decision = await replayDecision(Number(number), participantId);
  await closeDatabase();
  process.exitCode = decision?.kind === "replayed" ? tell(decision) : 2;
  if (!decision) console.error("there is no such decision");
  else if (decision.kind === "other-rule") console.error(`rule version ${decision.rule} is not known here`);
});

type Part = { readonly kept: unknown; readonly replayed: unknown };

/** Says what was found, a line each; answers the exit code. */
function tell(decision: {
  readonly rule: number;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly eligibility: Part;
  readonly line: Part | null;
  readonly place: Part | null;
}): number {
  const { rule, facts, eligibility, line, place } = decision;
  console.log(`rule version ${rule}`);
  for (const [name, value] of Object.entries(facts)) console.log(`  ${name}: ${value}`);
  let agrees = true;
  for (const [name, part] of Object.entries({ eligibility, line, place })) {
    if (!part) continue;
    const [kept, replayed] = [JSON.stringify(part.kept), JSON.stringify(part.replayed)];
    agrees &&= kept === replayed;
    console.log(`${name}: kept ${kept}, worked out again ${replayed}`);
  }
  console.log(agrees ? "The decision agrees with its facts and its rule." : "The decision DIFFERS.");
  return agrees ? 0 : 1;
}
