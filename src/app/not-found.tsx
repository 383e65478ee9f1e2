import { getTranslations } from "next-intl/server";
import { LinkButton } from "#ui/primitives/button.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { PublicFrame } from "./frames/public-frame.tsx";

export default async function NotFound() {
  const t = await getTranslations("shell.faults.notFound");
  return (
    <PublicFrame>
      <EmptyState
        scene="notfound"
        level={1}
        title={t("title")}
        text={t("text")}
        action={<LinkButton href="/">{t("action")}</LinkButton>}
      />
    </PublicFrame>
  );
}
