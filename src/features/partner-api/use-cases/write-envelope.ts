import { refusalSentence } from "#i18n/sentences.ts";
import type { Answer } from "../endpoint.ts";
import { statusOf } from "../policy/door.ts";
import type { PartnerRefusal } from "../refusals/codes.ts";
import type { PartnerReply } from "../types/call.ts";

export type Refused = {
  /** Where HTTP has a word of its own for it; else the code's. */
  readonly status?: number;
  readonly refusal: PartnerRefusal;
  /** Seconds until another call is free. */
  readonly wait?: number;
};

/** A refusal in the envelope, with its sentence in Bahasa Indonesia. */
export function refusalReply({ status, refusal, wait }: Refused): PartnerReply {
  const { code } = refusal;
  return {
    status: status ?? statusOf(code),
    body: { code, message: refusalSentence("id", refusal), success: false },
    headers: {
      ...(wait ? { "retry-after": String(wait) } : {}),
      ...(status === 405 ? { allow: "POST" } : {}),
    },
  };
}

export function successReply({ data, message }: Answer<object>): PartnerReply {
  return { status: 200, body: { success: true, message, data }, headers: {} };
}
