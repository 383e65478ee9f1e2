/** What a form shows after it was sent: final sentences in the person's language, and what was typed. */
export type FormState = {
  readonly status: "idle" | "invalid" | "refused" | "broken" | "done";
  /** Field name -> sentence that says how to mend it. */
  readonly fieldErrors: Readonly<Record<string, string>>;
  /** The sentence above the form: the refusal, or what went wrong. */
  readonly message: string | null;
  /** Reference number of a fault, for the help desk. */
  readonly reference: string | null;
  /** What the person typed, so that nothing is lost. Never passwords or files. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  /** The command's idempotency key, kept while the command has not succeeded. */
  readonly key: string | null;
};

/** A server action as a form sees it. */
export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

export const untouchedForm: FormState = {
  status: "idle",
  fieldErrors: {},
  message: null,
  reference: null,
  values: {},
  key: null,
};

/** The hidden field that carries the idempotency key. */
export const COMMAND_KEY_FIELD = "_key";
