import { type Answer, type Body, openFaults, serve } from "../simulator-server.ts";
import { entriesOf, isRegisterName, type ListEntry, registerNames } from "./simulator-entries.ts";

// A register that knows people by their NIK, simulated: started once for each register (REGISTER), so that each is slow,
// down or wrong by itself. It answers with the latest entry it holds, also one that has ended, or with none.

const name = process.env.REGISTER ?? "";
if (!isRegisterName(name)) throw new Error(`REGISTER is one of ${registerNames.join(", ")}`);
const entries = entriesOf(name);
const faults = openFaults([
  "none",
  "slow",
  "error",
  "timeout-after-effect",
  "duplicate",
  "wrong",
  "contradict",
]);
let previous: object = { reference: "earlier", entry: null };
let asked = 0;

serve(`${name} register`, decide);

function decide(request: string, body: Body | null): Answer {
  if (request === "GET /health") return { status: 200, body: { status: "up", register: name, asked } };
  if (request === "POST /_faults" && body) return faults.set(body);
  if (request === "POST /_entries" && body) return addEntry(body);
  if (request === "POST /lookups" && body) return lookUp(body);
  return { status: 404, body: { status: "unknown" } };
}

/** {nik, kind, since?, until?}; without a kind the NIK is struck off the list. */
function addEntry({ nik, kind, since, until }: Body): Answer {
  if (typeof nik !== "string") return { status: 400, body: { status: "which NIK?" } };
  entries.set(
    nik,
    typeof kind === "string" ? { kind, since: textOf(since) ?? "2024-01-01", until: textOf(until) } : null,
  );
  return { status: 200, body: { status: "listed" } };
}

function lookUp(body: Body): Answer {
  const mode = faults.take();
  asked += 1;
  const lookup = { reference: body.reference, entry: entries.of(String(body.nik ?? "")) };
  const earlier = previous;
  previous = lookup;
  switch (mode) {
    case "slow":
      return { status: 200, body: lookup, isLate: true };
    case "error":
      return { status: 503, body: { status: "down" } };
    case "timeout-after-effect":
      return "cut the line";
    case "duplicate":
      return { status: 200, body: earlier };
    case "wrong":
      return { status: 200, body: { ...lookup, entry: "?" } };
    case "contradict":
      return { status: 200, body: { ...lookup, entry: opposite(lookup.entry) } };
    default:
      return { status: 200, body: lookup };
  }
}

/** Says of everybody the opposite of what it holds, so that it disagrees with the other registers. */
function opposite(entry: ListEntry | null): ListEntry | null {
  return entry ? null : entries.example;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
