import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decidePicture, decideWriting } from "../policy/bank.ts";
import type { BankRefusal } from "../refusals/bank.ts";
import {
  findKeptPictures,
  findLatest,
  insertDrafts,
  keepPicture,
  lockCodes,
  type NewDraft,
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
    await lockCodes(work.tx, [item.code]);
    if ((await findLatest(work.tx, [item.code])).size > 0) return refuse({ code: "item-code-taken" });
  }
  if (picture) await keepPicture(work.tx, picture);
  const [written] = await writeDown(work, [item]);
  if (!written) throw new Error("what is written has an outcome");
  if (!written.ok || written.value.was === "unchanged") return written;
  await work.record({ action: "item-written", subject: `test-item:${written.value.id}` });
  return written;
}

/** The writing itself, for one item of a form or all of a list, of which no two have one code: what became of each. */
export async function writeDown(
  { tx, actor, now }: Work<StaffActor>,
  items: readonly WrittenItem[],
): Promise<readonly Result<Outcome, BankRefusal>[]> {
  const codes = items.map(({ code }) => code);
  await lockCodes(tx, codes);
  const latest = await findLatest(tx, codes);
  const pictures = await findKeptPictures(
    tx,
    items.flatMap(({ content }) => content.image ?? []),
  );
  const drafts: NewDraft[] = [];
  const outcomes: Result<Outcome, BankRefusal>[] = [];
  for (const item of items) {
    const picture = decidePicture(item.content, pictures);
    const standing = latest.get(item.code) ?? null;
    const plan = picture.ok ? decideWriting(standing, item, actor.accountId) : picture;
    if (!plan.ok) {
      outcomes.push(plan);
      continue;
    }
    const { as, id, version } = plan.value;
    if (as === "same-draft") await updateDraft(tx, id, item);
    if (as === "new-draft") drafts.push({ item, version });
    const was = as === "unchanged" ? as : standing ? "changed" : "added";
    outcomes.push(ok({ id, was }));
  }
  await insertDrafts(tx, drafts, { authorId: actor.accountId, now });
  return outcomes;
}
