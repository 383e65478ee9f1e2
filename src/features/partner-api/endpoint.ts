import type { z } from "zod";
import type { SystemActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { PartnerRefusal } from "./refusals/codes.ts";
import type { PartnerClient, PartnerKind } from "./types/client.ts";

/** One signed call whose sender, moment and limits are in order. */
export type Call = {
  readonly client: PartnerClient;
  /** The programme's time. */
  readonly now: Date;
  /** The value of the `Authorization` header, which is signed with the rest; null when none was sent. */
  readonly authorization: string | null;
};

/** A call that changes something: all in one transaction, with its receipt. */
export type ChangingCall = Call & { readonly work: Work<SystemActor> };

export type Answer<Data extends object> = {
  readonly data: Data;
  readonly message: string;
};

/** What an endpoint says: its data, or a refusal by its code (`refuse`, or `refuseAndKeep` where a wrong try is counted). */
export type Reply<Data extends object> = Result<Answer<Data>, PartnerRefusal>;

/** Yes: `data` goes into the envelope with "OK", or with a message of its own. */
export function done<Data extends object>(data: Data, message = "OK"): Result<Answer<Data>, never> {
  return ok({ data, message });
}

type Facts<Input extends z.ZodType, Output extends z.ZodType<object>> = {
  readonly path: `/api/v1/integration/${string}`;
  /** Whose clients may call it. */
  readonly kind: PartnerKind | "any";
  /** One line for the reference. */
  readonly summary: string;
  /** The JSON body. What does not fit is `ERRGEN40001` with the field's name. */
  readonly input: Input;
  /** `data` of the answer. */
  readonly output: Output;
  /** The redeem or invoice code that the call is about, for the log; never personal data. */
  readonly subjectOf: (input: z.output<Input>) => string | null;
};

type Reading<Input extends z.ZodType, Output extends z.ZodType<object>> = Facts<Input, Output> & {
  readonly changes: false;
  readonly run: (call: Call, input: z.output<Input>) => Promise<Reply<z.output<Output>>>;
};

type Changing<Input extends z.ZodType, Output extends z.ZodType<object>> = Facts<Input, Output> & {
  readonly changes: true;
  readonly run: (call: ChangingCall, input: z.output<Input>) => Promise<Reply<z.output<Output>>>;
};

/** An endpoint as the dispatcher and the reference see it. */
export type Endpoint = {
  readonly path: string;
  readonly kind: PartnerKind | "any";
  readonly summary: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly changes: boolean;
  /** Reads the body and says which field is wrong, or what the call is about and how to run it. */
  readonly prepare: (body: unknown) => Result<Prepared, { readonly field: string }>;
};

export type Prepared = {
  readonly subject: string | null;
  readonly run: (call: ChangingCall | Call) => Promise<Reply<object>>;
};

/** Makes an endpoint of the partners' interface; it is listed in endpoints.ts. */
export function defineEndpoint<Input extends z.ZodType, Output extends z.ZodType<object>>(
  definition: Reading<Input, Output> | Changing<Input, Output>,
): Endpoint {
  const { path, kind, summary, input, output, changes, subjectOf } = definition;
  return {
    ...{ path, kind, summary, input, output, changes },
    prepare: (body) => {
      const parsed = input.safeParse(body);
      if (!parsed.success) return { ok: false, refusal: { field: fieldOf(parsed.error) } };
      const run = (call: ChangingCall | Call): Promise<Reply<object>> => {
        if (!definition.changes) return definition.run(call, parsed.data);
        if (!("work" in call)) throw new Error(`${path} changes something and was given no transaction`);
        return definition.run(call, parsed.data);
      };
      return ok({ subject: subjectOf(parsed.data), run });
    },
  };
}

/** "redeem_code", or "body" when it is no object at all. */
function fieldOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue?.path.map(String).join(".") || "body";
}
