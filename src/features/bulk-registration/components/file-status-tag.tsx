import { getTranslations } from "next-intl/server";
import { Tag, type Tone } from "#ui/primitives/tag.tsx";
import type { BulkFileStatus } from "../types.ts";

const tones: Readonly<Record<BulkFileStatus, Tone>> = {
  received: "info",
  checking: "info",
  checked: "success",
  undoing: "warning",
  undone: "neutral",
  failed: "danger",
};

export async function FileStatusTag({ status }: { readonly status: BulkFileStatus }) {
  const t = await getTranslations("bulk-registration.status");
  return <Tag tone={tones[status]}>{t(status)}</Tag>;
}
