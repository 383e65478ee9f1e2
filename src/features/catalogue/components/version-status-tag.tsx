import { getTranslations } from "next-intl/server";
import { Tag } from "#ui/primitives/tag.tsx";
import type { VersionStatus } from "../types/authoring.ts";

const tones = { draft: "neutral", submitted: "info", approved: "success", refused: "warning" } as const;

export async function VersionStatusTag({ status }: { readonly status: VersionStatus }) {
  const t = await getTranslations("catalogue.status");
  return <Tag tone={tones[status]}>{t(status)}</Tag>;
}
