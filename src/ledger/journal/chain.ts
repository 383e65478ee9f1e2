import { JOURNAL_START, journalHash } from "./form.ts";
import type { Entry, Finding, Head } from "./reading.ts";

/** Hours that a transaction may be under way before it is committed and sealed. */
const HOURS_UNDER_WAY = 1;
const HOUR_MS = 3_600_000;

/** The chain of hashes. An entry that does not fit is judged by the one after it. */
export class Chain {
  /** The highest number so far. */
  count = 0;
  last = JOURNAL_START;
  #before = JOURNAL_START;
  #doubted: Finding | null = null;
  /** The line before could not be read: what it hashed to is unknown. */
  #isBlind = false;

  *follow(read: Entry): Generator<Finding> {
    const isLinked = this.#isBlind || read.previous === this.last;
    this.#isBlind = false;
    // The next one goes on from before the entry in doubt, or from before one that seemed well: it was put in between.
    if (!isLinked && read.previous === this.#before && this.count > 0) {
      yield { problem: "inserted", number: this.count };
      this.#doubted = null;
      if (read.number === this.count + 1) yield* this.#judge(read);
    } else {
      yield* this.end();
      if (read.number > this.count + 1)
        yield { problem: "removed", number: this.count + 1, ...until(this.count + 1, read.number - 1) };
      else if (!isLinked) yield { problem: "removed", number: this.count + 1 };
      else if (read.number <= this.count) yield { problem: "renumbered", number: read.number };
      yield* this.#judge(read);
    }
    this.#before = this.last;
    this.last = read.hash;
    this.count = Math.max(read.number, this.count + 1);
  }

  *end(): Generator<Finding> {
    if (this.#doubted) yield this.#doubted;
    this.#doubted = null;
  }

  skip(): void {
    this.count += 1;
    this.#isBlind = true;
  }

  *#judge({ number: at, previous, hash: told, transfer }: Entry): Generator<Finding> {
    if (!transfer) {
      yield { problem: "removed", number: at };
      return;
    }
    if (journalHash(previous, transfer) !== told) this.#doubted = { problem: "changed", number: at };
    const sum = transfer.lines.reduce((total, line) => total + BigInt(line.amount), 0n);
    if (sum !== 0n || transfer.lines.length < 2) yield { problem: "unbalanced", number: at };
  }
}

/** What was signed: hashes at numbers, and that nothing dated before a head comes after it. */
export class HeadWatch {
  readonly #heads: readonly Head[];
  #next = 0;
  #covered: Head | null = null;
  #isRewritten = false;

  constructor(signed: readonly Head[]) {
    this.#heads = signed;
  }

  *pass({ number: at, hash: told, transfer }: Entry): Generator<Finding> {
    const covered = this.#covered;
    if (covered && transfer) {
      const latest = new Date(covered.signedAt).getTime() - HOURS_UNDER_WAY * HOUR_MS;
      if (new Date(transfer.at).getTime() < latest)
        yield { problem: "backdated", number: at, day: covered.day };
    }
    for (let head = this.#heads[this.#next]; head && head.number <= at; head = this.#heads[this.#next]) {
      if (head.number === at && head.hash !== told && !this.#isRewritten) {
        const from = Math.min((covered?.number ?? 0) + 1, at);
        yield { problem: "rewritten", number: from, ...until(from, at), day: head.day };
        // Everything after it follows from it.
        this.#isRewritten = true;
      }
      this.#covered = head;
      this.#next += 1;
    }
  }

  *end(count: number): Generator<Finding> {
    const last = this.#heads.at(-1);
    if (last && last.number > count)
      yield { problem: "cut", number: count + 1, ...until(count + 1, last.number), day: last.day };
  }
}

const until = (from: number, to: number) => (to > from ? { until: to } : {});
