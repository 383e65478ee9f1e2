import { ok, type Result, refuse } from "#kernel/result.ts";
import { judgeOutsideAddress } from "#platform/web/outside-address.ts";
import type { Call, ChangingCall } from "../endpoint.ts";
import { decideHandingIn, decidePlace } from "../policy/handing-in.ts";
import { caseOf } from "../policy/sandbox.ts";
import { findTaskStatuses } from "../queries/tasks.ts";
import type { PartnerRefusal } from "../refusals/codes.ts";
import { saveSandbox } from "../repository/attendance.ts";
import { insertTask } from "../repository/tasks.ts";
import type { TaskPart, TaskPlace, TaskStatus } from "../types/redeemable.ts";
import { type HeldCode, holdCode, readCode } from "./hold-code.ts";

type SentPlace = { readonly redeemCode: string; readonly scope: string; readonly sequence: unknown };
type Sent = SentPlace & {
  readonly part: TaskPart;
  readonly urlFile: string | null;
  readonly notes: string | null;
  /** The demo's partners stand on this machine. */
  readonly allowsLoopback: boolean;
};
type HandedIn = TaskPlace & {
  readonly id: string;
  readonly urlFile: string | null;
  readonly notes: string | null;
  readonly status: TaskStatus;
};

/** Takes a task or its feedback; a file is fetched later, by the worker, and pending until then. */
export async function handInTask(
  { work, client }: ChangingCall,
  sent: Sent,
): Promise<Result<HandedIn, PartnerRefusal>> {
  const held = await holdCode(work, client, sent.redeemCode);
  if (!held.ok) return held;
  const decision = decidePlace(sent);
  if (!decision.ok) return decision;
  const begun = decideHandingIn(held.value.found);
  if (!begun.ok) return begun;
  const place = { redeemCode: sent.redeemCode, ...decision.value };
  const content = await decideContent(work.tx, held.value, place, sent);
  if (!content.ok) return content;
  const { urlFile, notes } = sent;
  const handedIn = { ...place, id: work.newId<"task">(), urlFile, notes };
  const status = await keep({ work, client }, held.value, { ...handedIn, part: sent.part });
  return ok({ ...handedIn, status });
}

/** A file must be at a public address, feedback has notes, and follows something that was handed in. */
async function decideContent(
  tx: ChangingCall["work"]["tx"],
  held: HeldCode,
  place: TaskPlace,
  { part, urlFile, notes, allowsLoopback }: Sent,
): Promise<Result<void, PartnerRefusal>> {
  if (part === "feedback" && !notes) return refuse({ code: "ERRTPM40004" });
  if (part === "assignment" || urlFile) {
    const isAway = held.sandbox && caseOf(place.redeemCode).isFileAway;
    if (isAway || !isOutside(urlFile ?? "", allowsLoopback)) return refuse({ code: "ERRTPM40002" });
  }
  if (part === "assignment") return ok();
  const { assignment } = await statusesOf(held, place, tx);
  return assignment === 0 ? refuse({ code: "ERRTPM40003" }) : ok();
}

/** Judged without the query, which is long where a store signs its addresses. */
function isOutside(urlFile: string, allowsLoopback: boolean): boolean {
  return judgeOutsideAddress(urlFile.split(/[?#]/, 1)[0] ?? "", { allowsLoopback }).ok;
}

type Kept = Omit<HandedIn, "status"> & { readonly part: TaskPart };

async function keep(
  { work, client }: Pick<ChangingCall, "work" | "client">,
  { found, sandbox }: HeldCode,
  task: Kept,
): Promise<TaskStatus> {
  const { part, redeemCode } = task;
  if (sandbox || !found.purchaseId) {
    const state = sandbox ?? { redeemedAt: null, present: [], tasks: {} };
    const status = caseOf(redeemCode).task ?? 2;
    const tasks = { ...state.tasks, [keyOf(part, task)]: status };
    const of = { clientCode: client.code, code: redeemCode };
    await saveSandbox(work.tx, { ...of, state: { ...state, tasks }, now: work.now });
    return task.urlFile ? 1 : 2;
  }
  const status = task.urlFile ? 1 : 2;
  await insertTask(work.tx, { ...task, purchaseId: found.purchaseId, status, submittedAt: work.now });
  return status;
}

/** Where a task and its feedback stand. */
export async function tellTaskStatus(
  call: Call,
  sent: SentPlace,
): Promise<Result<TaskPlace & Readonly<Record<TaskPart, TaskStatus>>, PartnerRefusal>> {
  const held = await readCode(call, sent.redeemCode);
  if (!held.ok) return held;
  const decision = decidePlace(sent);
  if (!decision.ok) return decision;
  const place = { redeemCode: sent.redeemCode, ...decision.value };
  return ok({ ...place, ...(await statusesOf(held.value, place)) });
}

async function statusesOf(
  { sandbox }: HeldCode,
  place: TaskPlace,
  tx?: ChangingCall["work"]["tx"],
): Promise<Readonly<Record<TaskPart, TaskStatus>>> {
  if (!sandbox) return findTaskStatuses(place, tx);
  const of = (part: TaskPart) => sandbox.tasks[keyOf(part, place)] ?? 0;
  return { assignment: of("assignment"), feedback: of("feedback") };
}

function keyOf(part: TaskPart, { scope, sequence }: Pick<TaskPlace, "scope" | "sequence">): string {
  return `${part}:${scope}:${sequence}`;
}
