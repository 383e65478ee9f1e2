import { ok, type Result, refuse } from "#kernel/result.ts";
import type { PartnerRefusal } from "../refusals/codes.ts";
import { POST_TEST, type Redeemable, type TaskScope } from "../types/redeemable.ts";
import { isUsed } from "./redeeming.ts";

type Place = { readonly scope: TaskScope; readonly sequence: number };

/** Whether scope and sequence fit: practice tasks ("tpm") are 1 to 998, the skill showcase ("uk") is 999. */
export function decidePlace(sent: {
  readonly scope: string;
  readonly sequence: unknown;
}): Result<Place, PartnerRefusal> {
  const scope = sent.scope.trim().toLowerCase();
  const { sequence: written } = sent;
  const sequence =
    typeof written === "string" && /^\d{1,3}$/.test(written.trim()) ? Number(written) : written;
  if (typeof sequence !== "number" || !Number.isInteger(sequence)) return refuse({ code: "ERRTPM40001" });
  if (scope === "uk" && sequence === POST_TEST) return ok({ scope, sequence });
  if (scope === "tpm" && sequence >= 1 && sequence < POST_TEST) return ok({ scope, sequence });
  return refuse({ code: "ERRTPM40001" });
}

/** Tasks belong to a training that was begun: the code was used, by presence or by declaring it so. */
export function decideHandingIn(found: Redeemable): Result<Redeemable, PartnerRefusal> {
  return isUsed(found) ? ok(found) : refuse({ code: "ERRRDM40012" });
}
