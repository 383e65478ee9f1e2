import { getTranslations } from "next-intl/server";
import { Tag, type Tone } from "#ui/primitives/tag.tsx";
import type { WaveStatus } from "../types.ts";

const tones: Record<WaveStatus, Tone> = {
  scheduled: "neutral",
  open: "success",
  closed: "warning",
  drawn: "warning",
  published: "info",
};

export async function WaveStatusTag({ status }: { readonly status: WaveStatus }) {
  const t = await getTranslations("waves.status");
  return <Tag tone={tones[status]}>{t(status)}</Tag>;
}
