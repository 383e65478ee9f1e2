import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import {
  type Actor,
  actorName,
  type ParticipantActor,
  type StaffActor,
  type Visitor,
} from "#authorization/actor.ts";
import { may, type Permission } from "#authorization/permissions.ts";
import { currentLocale } from "#i18n/locale.ts";
import type { Locale, RefusalCode } from "#i18n/messages.ts";
import { refusalSentence, translatorFor } from "#i18n/sentences.ts";
import { COMMAND_KEY_FIELD, type FormAction, type FormState, untouchedForm } from "#kernel/form-state.ts";
import { isUuid } from "#kernel/identifiers.ts";
import type { Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { log } from "#platform/telemetry/log.ts";
import { commandIdentity, newCommandKey } from "./command-key.ts";
import { runOnce } from "./command-receipt.ts";
import { fieldsOf, sentencesByField, valuesToKeep } from "./form-data.ts";
import { type RateLimit, takePoint } from "./rate-limit.ts";
import { currentActor } from "./session.ts";

type ActorFor<Right extends Permission> = Right extends `${string}:own`
  ? Right extends "provider:own" | "platform:own" | "partner:own"
    ? StaffActor
    : ParticipantActor
  : Right extends "account:open" | "catalogue:read" | "certificate:check"
    ? Actor | Visitor
    : Right extends "access:any"
      ? ParticipantActor | StaffActor
      : StaffActor;

type Json = string | number | boolean | null | { readonly [key: string]: Json } | readonly Json[];

type Definition<
  Right extends Permission,
  Schema extends z.ZodType,
  Outcome extends Json,
  Refusal extends { readonly code: RefusalCode },
> = {
  /** The command's name in receipts, audit and limits. */
  readonly name: string;
  readonly permission: Right;
  readonly schema: Schema;
  /** Per actor; per network address for visitors, so keep those wide: a village may share one. */
  readonly limit?: RateLimit;
  /** The use-case. */
  readonly run: (work: Work<ActorFor<Right>>, input: z.output<Schema>) => Promise<Result<Outcome, Refusal>>;
  /** Which field a refusal belongs to, where it belongs to one. */
  readonly fieldOf?: Partial<Record<Refusal["code"], string>>;
  /** Things of this response only (cookies), after the commit and again on a resend. */
  readonly respond?: (outcome: Outcome) => Promise<void>;
  /** Where the person goes next. */
  readonly next: (outcome: Outcome, input: z.output<Schema>) => string;
};

/**
 * Makes the server action of a command: right, limit, parse, then the use-case once in one transaction, then away by
 * redirect (303). Every "no" comes back as a form state with final sentences; a fault gets a reference number.
 */
export function defineAction<
  Right extends Permission,
  Schema extends z.ZodType,
  Outcome extends Json,
  Refusal extends { readonly code: RefusalCode },
>(definition: Definition<Right, Schema, Outcome, Refusal>): FormAction {
  return async function action(previous: FormState, data: FormData): Promise<FormState> {
    const locale = await currentLocale();
    const actor = await currentActor();
    const fields = fieldsOf(data);
    const key = keyOf(data, previous);
    const answer = (part: Partial<FormState>): FormState => ({
      ...untouchedForm,
      values: valuesToKeep(fields),
      key,
      ...part,
    });

    if (!may(actor.role, definition.permission)) {
      if (actor.role === "visitor") redirect("/masuk");
      return answer({ status: "refused", message: translatorFor(locale, "shell")("form.notAllowed") });
    }
    const wait =
      definition.limit && (await takePoint(definition.name, await limitKey(actor), definition.limit));
    if (wait) return answer({ status: "refused", message: tooMany(locale, wait) });

    const input = await definition.schema.safeParseAsync(fields);
    if (!input.success)
      return answer({ status: "invalid", fieldErrors: sentencesByField(input.error, locale) });

    let result: Result<Outcome, Refusal>;
    try {
      const command = definition.name;
      const identity = await commandIdentity({ formKey: key, command, actor, fields });
      // The table of rights has just said that this actor is one of those the command is for.
      result = await runOnce({ key: identity, command, actor: actor as ActorFor<Right> }, (work) =>
        definition.run(work, input.data),
      );
    } catch (error) {
      return answer(fault(locale, definition.name, error));
    }
    if (!result.ok) return answer(refused(locale, result.refusal, definition.fieldOf));
    await definition.respond?.(result.value);
    redirect(definition.next(result.value, input.data));
  };
}

function keyOf(data: FormData, previous: FormState): string {
  const sent = data.get(COMMAND_KEY_FIELD);
  if (typeof sent === "string" && isUuid(sent)) return sent;
  return previous.key ?? newCommandKey();
}

async function limitKey(actor: Actor): Promise<string> {
  if (actor.role !== "visitor") return actorName(actor);
  return (await headers()).get("x-client-address") ?? "unknown";
}

/** At its field where the refusal belongs to one, else above the form. */
function refused(
  locale: Locale,
  refusal: { readonly code: string },
  fieldOf: Readonly<Record<string, string | undefined>> | undefined,
): Partial<FormState> {
  const message = refusalSentence(locale, refusal);
  const field = fieldOf?.[refusal.code];
  return field ? { status: "invalid", fieldErrors: { [field]: message } } : { status: "refused", message };
}

function tooMany(locale: Locale, seconds: number): string {
  return translatorFor(locale, "shell")("form.tooMany", { minutes: Math.ceil(seconds / 60) });
}

function fault(locale: Locale, command: string, error: unknown): Partial<FormState> {
  const reference = newCommandKey().slice(-12).toUpperCase();
  log.error(
    { reference, command, error: error instanceof Error ? error.stack : String(error) },
    "command failed",
  );
  const translate = translatorFor(locale, "shell");
  return {
    status: "broken",
    message: translate("form.broken"),
    reference: translate("form.reference", { reference }),
  };
}
