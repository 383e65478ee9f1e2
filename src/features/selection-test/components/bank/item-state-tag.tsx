import { getTranslations } from "next-intl/server";
import { Tag, type Tone } from "#ui/primitives/tag.tsx";
import type { ItemState } from "../../types/bank.ts";

const tones: Readonly<Record<ItemState | "resting", Tone>> = {
  draft: "neutral",
  in_review: "info",
  approved: "success",
  resting: "warning",
  retired: "neutral",
};

/** The state of a version; one in use that is not drawn now rests. */
export async function ItemStateTag({
  state,
  active,
}: {
  readonly state: ItemState;
  readonly active: boolean;
}) {
  const t = await getTranslations("selection-test.bank.states");
  const name = state === "approved" && !active ? "resting" : state;
  return <Tag tone={tones[name]}>{t(name)}</Tag>;
}
