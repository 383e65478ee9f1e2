import { appendFileSync, closeSync, existsSync, openSync, readFileSync, writeSync } from "node:fs";

export type PaymentOrder = {
  readonly key: string;
  readonly account: string;
  /** Rupiah. */
  readonly amount: number;
  readonly refusal: string | null;
};

type Recorded =
  | { readonly status: "paid"; readonly key: string; readonly reference: string }
  | { readonly status: "refused"; readonly key: string; readonly reason: string };

type Line = PaymentOrder & { readonly reference: string };

/** Every payment that was ever taken, by key; with a file it outlives the process, whatever ends it. */
export function openBook(file: string | undefined) {
  const lines = new Map<string, Line>();
  const totals = { paid: 0, refused: 0, amount: 0, asked: 0 };
  const add = (line: Line) => {
    lines.set(line.key, line);
    if (line.refusal) totals.refused += 1;
    else {
      totals.paid += 1;
      totals.amount += line.amount;
    }
  };
  if (file && existsSync(file)) for (const line of readLines(file)) add(line);
  // A line that was half written when the process was killed stays alone on its line and is skipped.
  if (file && existsSync(file) && !readFileSync(file, "utf8").endsWith("\n")) appendFileSync(file, "\n");
  const handle = file ? openSync(file, "a") : undefined;

  return {
    /** Takes a payment once; null when its key was used for another one. */
    record(order: PaymentOrder): Recorded | null {
      totals.asked += 1;
      const known = lines.get(order.key);
      if (known)
        return known.account === order.account && known.amount === order.amount ? reply(known) : null;
      const line = { ...order, reference: `SIM${String(lines.size + 1).padStart(9, "0")}` };
      if (handle !== undefined) writeSync(handle, `${JSON.stringify(line)}\n`);
      add(line);
      return reply(line);
    },
    find(key: string): Recorded | null {
      const line = lines.get(key);
      return line ? reply(line) : null;
    },
    totals: () => ({ ...totals, keys: lines.size }),
    list: () => [...lines.values()],
    close() {
      if (handle !== undefined) closeSync(handle);
    },
  };
}

function reply({ key, reference, refusal }: Line): Recorded {
  return refusal ? { status: "refused", key, reason: refusal } : { status: "paid", key, reference };
}

function readLines(file: string): Line[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Line];
      } catch {
        return [];
      }
    });
}
