import { getTranslations } from "next-intl/server";
import { currentLocale } from "#i18n/locale.ts";
import { findProfile } from "../queries/profile.ts";
import type { PartnerKind, PartnerProfile } from "../types.ts";

type Props = { readonly providerSlug: string; readonly platformSlug: string };

/** Who holds a training and who sells it, in their own words. */
export async function CoursePartners({ providerSlug, platformSlug }: Props) {
  const t = await getTranslations("partners.ofCourse");
  const [provider, platform] = await Promise.all([
    findProfile({ kind: "provider", slug: providerSlug }),
    findProfile({ kind: "platform", slug: platformSlug }),
  ]);
  return (
    <section aria-labelledby="mitra" className="grid gap-4">
      <h2 id="mitra">{t("title")}</h2>
      <div className="grid gap-5 sm:grid-cols-2">
        {provider ? <Partner kind="provider" profile={provider} /> : null}
        {platform ? <Partner kind="platform" profile={platform} /> : null}
      </div>
    </section>
  );
}

async function Partner({
  kind,
  profile: { name, aboutId, aboutEn, website },
}: {
  readonly kind: PartnerKind;
  readonly profile: PartnerProfile;
}) {
  const t = await getTranslations("partners.ofCourse");
  const isEnglish = (await currentLocale()) === "en";
  return (
    <div className="grid content-start gap-1">
      <p className="text-sm text-ink-soft">{t(kind)}</p>
      <h3 className="text-base">{name}</h3>
      <p>{isEnglish ? aboutEn : aboutId}</p>
      {website ? (
        <p>
          <a
            href={website}
            rel="nofollow noopener noreferrer"
            className="link inline-flex min-h-11 items-center wrap-anywhere"
          >
            {new URL(website).hostname}
            <span className="sr-only"> {t("outside")}</span>
          </a>
        </p>
      ) : null}
    </div>
  );
}
