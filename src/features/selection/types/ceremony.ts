import type { WaveStatus } from "#features/waves/types.ts";

/** Who promises a part of a draw's seed (docs/decisions/0012). */
export type DrawParty = "operator" | "witness" | "public";

/** A promise as it is published. */
export type DrawPromise = {
  readonly party: DrawParty;
  readonly commitment: Uint8Array<ArrayBuffer>;
  /** The account that promised. */
  readonly committedBy: string;
  readonly committedAt: Date;
  /** Of the public value only: what it will be, and from when on it can be known. */
  readonly source: string | null;
  readonly knownAt: Date | null;
};

/** What decides on the next step of a ceremony. */
export type CeremonyFacts = {
  readonly number: number;
  readonly status: WaveStatus;
  readonly promised: readonly DrawPromise[];
  readonly shown: readonly DrawParty[];
};

/** A value that was shown, or given by the rule. */
export type ShownValue = {
  readonly party: DrawParty;
  readonly value: Uint8Array<ArrayBuffer>;
  readonly isFallback: boolean;
  readonly revealedAt: Date;
};

/** A fixed list with what the parties promised and showed, for those who take part and those who look on. */
export type Ceremony = {
  readonly waveId: string;
  readonly number: number;
  readonly status: WaveStatus;
  readonly entryCount: number;
  /** In hexadecimal. */
  readonly root: string;
  readonly frozenAt: Date;
  readonly promised: readonly DrawPromise[];
  readonly shown: readonly ShownValue[];
};

/** What one of the staff can do now for a draw, or whom everybody waits for. */
export type CeremonyAct =
  | { readonly kind: "promise" }
  | { readonly kind: "announce"; readonly suggested: Date }
  | { readonly kind: "show"; readonly until: Date }
  | { readonly kind: "write"; readonly source: string }
  | {
      readonly kind: "wait";
      readonly forWhom: "operator" | "witness" | "secrets" | "moment" | "draw";
      readonly until: Date | null;
    }
  | { readonly kind: "done" };
