import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideWriting } from "../policy/bank.ts";
import type { BankRefusal } from "../refusals/bank.ts";
import {
  findLatest,
  insertDraft,
  isPictureKept,
  keepPicture,
  lockCode,
  updateDraft,
} from "../repository/bank.ts";
import type { NewPicture, WrittenItem } from "../types/bank.ts";

type Written = { readonly item: WrittenItem; readonly picture: NewPicture | null; readonly isNew: boolean };
type Outcome = { readonly id: string; readonly was: "added" | "changed" | "unchanged" };

/** Writes an item down as a draft: the first one under its code, or a new version of what stands there. */
export async function writeItem(
  work: Work<StaffActor>,
  { item, picture, isNew }: Written,
): Promise<Result<Outcome, BankRefusal>> {
  if (isNew) {
    await lockCode(work.tx, item.code);
    if (await findLatest(work.tx, item.code)) return refuse({ code: "item-code-taken" });
  }
  if (picture) await keepPicture(work.tx, picture);
  const written = await writeDown(work, item);
  if (!written.ok || written.value.was === "unchanged") return written;
  await work.record({ action: "item-written", subject: `test-item:${written.value.id}` });
  return written;
}

/** The writing itself, for one item of a form or of a list. */
export async function writeDown(
  work: Work<StaffActor>,
  item: WrittenItem,
): Promise<Result<Outcome, BankRefusal>> {
  const { tx, now } = work;
  const authorId = work.actor.accountId;
  const { image, imageAlt } = item.content;
  if (image && !(await isPictureKept(tx, image))) return refuse({ code: "item-picture-unknown" });
  if ((image === null) !== (imageAlt === null)) return refuse({ code: "item-picture-untold" });
  await lockCode(tx, item.code);
  const latest = await findLatest(tx, item.code);
  const plan = decideWriting(latest, item.content, authorId);
  if (!plan.ok) return plan;
  switch (plan.value.as) {
    case "unchanged":
      return ok({ id: latest?.id ?? "", was: "unchanged" });
    case "same-draft":
      await updateDraft(tx, plan.value.id, item);
      return ok({ id: plan.value.id, was: "changed" });
    case "first-version":
      return ok({ id: await insertDraft(tx, item, { version: 1, authorId, now }), was: "added" });
    case "new-version": {
      const { version } = plan.value;
      return ok({ id: await insertDraft(tx, item, { version, authorId, now }), was: "changed" });
    }
  }
}
