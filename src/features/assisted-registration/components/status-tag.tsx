import { getTranslations } from "next-intl/server";
import { Tag, type Tone } from "#ui/primitives/tag.tsx";
import type { AssistedStatus } from "../types.ts";

const tones: Readonly<Record<AssistedStatus, Tone>> = {
  draft: "warning",
  "photos-missing": "warning",
  submitted: "info",
  verified: "success",
  refused: "danger",
  "taken-over": "neutral",
};

export async function StatusTag({ status }: { readonly status: AssistedStatus }) {
  const t = await getTranslations("assisted-registration.status");
  return <Tag tone={tones[status]}>{t(status)}</Tag>;
}
