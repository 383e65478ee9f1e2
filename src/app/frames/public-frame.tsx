import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { HOME_OF_ROLE } from "#authorization/home.ts";
import { currentActor } from "#platform/web/session.ts";
import { PublicShell } from "#ui/patterns/public-shell.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { shellTexts } from "./shell-texts.ts";

type PublicFrameProps = {
  readonly hero?: ReactNode;
  readonly width?: "page" | "wide";
  readonly current?: string;
  readonly children: ReactNode;
};

/** The frame of pages that anybody may read. */
export async function PublicFrame({ hero, width, current, children }: PublicFrameProps) {
  const t = await getTranslations("shell");
  const actor = await currentActor();
  const links = [
    { href: "/pelatihan", label: t("nav.catalogue") },
    { href: "/periksa-sertifikat", label: t("footer.check") },
    { href: "/undian", label: t("footer.draws") },
  ].map((item) => ({ ...item, current: item.href === current }));
  return (
    <PublicShell
      {...(await shellTexts())}
      nav={links}
      hero={hero}
      width={width}
      footerLinks={[
        ...links,
        { href: "/buku-besar", label: t("footer.ledger") },
        { href: "/jadi-mitra", label: t("footer.partner") },
        { href: "/mitra/mulai", label: t("footer.developers") },
      ]}
      actions={
        actor.role === "visitor" ? (
          <LinkButton href="/masuk" variant="accent" size="small">
            {t("signIn")}
          </LinkButton>
        ) : (
          <LinkButton href={HOME_OF_ROLE[actor.role]} variant="accent" size="small">
            {t("nav.home")}
          </LinkButton>
        )
      }
    >
      {children}
    </PublicShell>
  );
}
