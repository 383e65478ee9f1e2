import { actorName, type StaffActor } from "#authorization/actor.ts";
import { fieldOfRefusal } from "#features/registration/types.ts";
import type { Locale } from "#i18n/messages.ts";
import { errorSentence, refusalSentence } from "#i18n/sentences.ts";
import { commandIdentity } from "#platform/web/command-key.ts";
import { runOnce } from "#platform/web/command-receipt.ts";
import { sentencesByField } from "#platform/web/form-data.ts";
import { takePoint } from "#platform/web/rate-limit.ts";
import { officerMark } from "../queries.ts";
import { deviceRecordInput } from "../schema.ts";
import { registerForPerson } from "../use-cases/register-for-person.ts";
import { assistInput } from "./assist-input.ts";

type Reply = { readonly status: number; readonly body: object };

const command = "take-device-record";
const limit = { points: 3_000, seconds: 600 };
const fieldOf: Readonly<Record<string, string | undefined>> = {
  ...fieldOfRefusal,
  "assist-other-region": "villageCode",
  "account-contact-taken": "phone",
};

/**
 * The form that waited on a device, as the same command as the one on the page. A record that was taken says so again,
 * a refused one may come back corrected under the same id.
 */
export async function takeRecord(actor: StaffActor, sent: unknown, locale: Locale): Promise<Reply> {
  const wait = await takePoint(command, actorName(actor), limit);
  if (wait !== null) return { status: 429, body: { state: "unanswered" } };
  const record = deviceRecordInput.safeParse(sent);
  if (!record.success) return refused({}, errorSentence(locale, "not-valid"));
  const { id, officer, savedAt, fields } = record.data;
  // The person at the device may have changed since the form was filled: the consent is not theirs to sign for.
  if (officer !== officerMark(actor.accountId)) return { status: 409, body: { state: "other-officer" } };

  const input = await assistInput.safeParseAsync(fields);
  if (!input.success) return refused(sentencesByField(input.error, locale), null);
  const key = await commandIdentity({ formKey: id, command, actor, fields });
  const result = await runOnce({ key, command, actor }, (work) =>
    registerForPerson(work, { ...input.data, record: { id, savedAt } }),
  );
  if (result.ok)
    return { status: 200, body: { state: "taken", page: `/dinas/bantu/${result.value.participantId}/foto` } };
  const sentence = refusalSentence(locale, result.refusal);
  const field = fieldOf[result.refusal.code];
  return field ? refused({ [field]: sentence }, null) : refused({}, sentence);
}

function refused(fieldErrors: Readonly<Record<string, string>>, message: string | null): Reply {
  return { status: 200, body: { state: "refused", fieldErrors, message } };
}
