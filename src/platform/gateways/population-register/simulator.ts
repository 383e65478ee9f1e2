import { compareNames, type NameComparison } from "#kernel/name-comparison.ts";
import { type Answer, type Body, openFaults, serve } from "../simulator-server.ts";

// The population register, simulated: a process of its own, for demos and tests. Every invented NIK has a serial that
// starts with 9; the serials below do not agree with what is said of them, so that every refusal can be seen. Of a
// person who was added it knows the name and compares; of everybody else it agrees with whatever is said.

type Agreement = Record<"exists" | "familyCard" | "birthDate" | "mother", boolean> & {
  readonly name: NameComparison;
};

const agreeing: Agreement = {
  exists: true,
  familyCard: true,
  name: "same",
  birthDate: true,
  mother: true,
};
const unknownNik: Agreement = {
  exists: false,
  familyCard: false,
  name: "different",
  birthDate: false,
  mother: false,
};
const special: Readonly<Record<string, Agreement>> = {
  "9004": unknownNik,
  "9005": { ...agreeing, name: "different" },
  "9006": { ...agreeing, mother: false },
  "9007": { ...agreeing, familyCard: false },
  "9008": { ...agreeing, birthDate: false },
  "9009": { ...agreeing, name: "similar" },
};

const names = new Map<string, string>();
const faults = openFaults([
  "none",
  "slow",
  "error",
  "timeout-after-effect",
  "duplicate",
  "wrong",
  "contradict",
]);
let previous: object | undefined;
let asked = 0;

serve("population register", decide);

function decide(request: string, body: Body | null): Answer {
  if (request === "GET /health") return { status: 200, body: { status: "up", asked } };
  if (request === "POST /_faults" && body) return faults.set(body);
  if (request === "POST /_entries" && body) return addPerson(body);
  if (request === "POST /comparisons" && body) return compare(body);
  return { status: 404, body: { status: "unknown" } };
}

/** {nik, fullName}: the name as this register writes it. */
function addPerson({ nik, fullName }: Body): Answer {
  names.set(String(nik), String(fullName));
  return { status: 200, body: { status: "added" } };
}

function compare(body: Body): Answer {
  const mode = faults.take();
  asked += 1;
  const comparison = { reference: body.reference, ...agreementFor(body) };
  const earlier = previous ?? { reference: "earlier", ...agreeing };
  previous = comparison;
  switch (mode) {
    case "slow":
      return { status: 200, body: comparison, isLate: true };
    case "error":
      return { status: 503, body: { status: "down" } };
    case "timeout-after-effect":
      return "cut the line";
    case "duplicate":
      return { status: 200, body: earlier };
    case "wrong":
      return { status: 200, body: { status: "ok", data: "?" } };
    case "contradict":
      return { status: 200, body: { reference: body.reference, ...unknownNik } };
    default:
      return { status: 200, body: comparison };
  }
}

function agreementFor(said: Body): Agreement {
  const nik = String(said.nik ?? "");
  const name = names.get(nik);
  const serial = nik.slice(-4);
  if (!/^\d{16}$/.test(nik) || !serial.startsWith("9")) return unknownNik;
  if (name !== undefined) return { ...agreeing, name: compareNames(name, String(said.fullName ?? "")) };
  return special[serial] ?? agreeing;
}
