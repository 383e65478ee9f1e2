import { getTranslations } from "next-intl/server";
import { Tag, type Tone } from "#ui/primitives/tag.tsx";
import type { WaveStatus } from "../types.ts";

const tones: Record<WaveStatus, Tone> = {
  draft: "neutral",
  scheduled: "neutral",
  open: "success",
  closed: "warning",
  frozen: "warning",
  drawn: "warning",
  reviewed: "warning",
  decided: "warning",
  published: "info",
  archived: "neutral",
};

export async function WaveStatusTag({ status }: { readonly status: WaveStatus }) {
  const t = await getTranslations("waves.status");
  return <Tag tone={tones[status]}>{t(status)}</Tag>;
}
