import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "#app/frames/public-frame.tsx";
import { findWayBack } from "#features/partner-api/queries/sso.ts";
import { returnQuery } from "#features/partner-api/schema/sso.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sso.back");
  return { title: t("pageTitle"), robots: { index: false }, referrer: "no-referrer" };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/**
 * The way back to the application. A page of its own, because a browser does not follow a form to another site under
 * this portal's content policy; it goes on by itself, and by a link where it does not.
 */
export default async function WayBackPage({ searchParams }: Props) {
  const { participantId } = await requireParticipant("/profil/aplikasi");
  const query = returnQuery.safeParse(await searchParams);
  const way = query.success ? await findWayBack(participantId, query.data.kode, await programmeNow()) : null;
  const t = await getTranslations("sso.back");
  return (
    <PublicFrame>
      <div className="mx-auto grid w-full max-w-2xl gap-6">
        {way ? <meta httpEquiv="refresh" content={`1;url=${way.address}`} /> : null}
        <PageHeader
          title={way ? t("title", { name: way.name }) : t("lateTitle")}
          lead={way ? t("lead") : t("lateLead")}
        />
        <div>
          <LinkButton href={way?.address ?? "/profil/aplikasi"} wide>
            {way ? t("goOn", { name: way.name }) : t("apps")}
          </LinkButton>
        </div>
      </div>
    </PublicFrame>
  );
}
