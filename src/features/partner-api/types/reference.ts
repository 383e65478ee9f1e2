/** A piece of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

/** One field of a request or an answer, as the reference shows it. */
export type FieldLine = {
  /** With the names that it stands under: "course.type". */
  readonly name: string;
  /** As JSON names it. */
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
};

/** One address, as the reference shows it. */
export type OperationLine = {
  readonly id: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly summary: string;
  readonly kind: "provider" | "platform" | "any";
  readonly group: "attendance" | "tasks" | "payments" | "sign-in";
  readonly request: readonly FieldLine[];
  readonly reply: readonly FieldLine[];
};

/** A code with its sentence, as it is answered. */
export type CodeLine = { readonly code: string; readonly status: number; readonly message: string };
