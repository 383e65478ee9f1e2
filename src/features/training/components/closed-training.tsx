import { getTranslations } from "next-intl/server";
import { LinkButton } from "#ui/primitives/button.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";

/** For somebody who has not redeemed this training: how it opens. */
export async function ClosedTraining() {
  const t = await getTranslations("training.closed");
  return (
    <EmptyState
      scene="video"
      level={1}
      title={t("title")}
      text={t("text")}
      action={<LinkButton href="/pelatihan-saya">{t("action")}</LinkButton>}
    />
  );
}
