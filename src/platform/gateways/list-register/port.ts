/** The latest that a list holds of one NIK. Days are "YYYY-MM-DD"; an entry without an end is in force. */
export type ListEntry<Kind extends string = string> = {
  readonly kind: Kind;
  readonly since: string;
  readonly until: string | null;
};

export type ListOutcome<Kind extends string = string> =
  /** Null: the NIK is not on the list. */
  | { readonly outcome: "answered"; readonly entry: ListEntry<Kind> | null }
  /** Not reached, silence, or an answer that says nothing about this question: ask again later. */
  | { readonly outcome: "unknown"; readonly reason: string };

/** Looks one NIK up. The same reference asks the same question. */
export type LookUp<Kind extends string> = (reference: string, nik: string) => Promise<ListOutcome<Kind>>;
