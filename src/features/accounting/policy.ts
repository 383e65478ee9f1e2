import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AccountingRefusal } from "./refusals.ts";
import type { WaveBudgetFacts } from "./types.ts";

/** Whether this sum may become the whole allotment of a wave: not less than it promised, and not after it was put away. */
export function decideAllotment(
  wave: WaveBudgetFacts | null,
  amount: bigint,
): Result<WaveBudgetFacts, AccountingRefusal> {
  if (!wave) return refuse({ code: "allotment-wave-unknown" });
  if (wave.status === "archived") return refuse({ code: "allotment-wave-archived" });
  const promised = wave.allotted - wave.free;
  return amount < promised
    ? refuse({ code: "allotment-below-promised", promised: Number(promised) })
    : ok(wave);
}
