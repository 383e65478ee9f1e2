import { getTranslations } from "next-intl/server";
import { Card } from "#ui/primitives/card.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";

type OwnPhoto = { readonly kind: "id_card" | "selfie"; readonly address: string };

/** The photos that are kept, each behind an address that only the person can open. */
export async function OwnPhotos({ photos }: { readonly photos: readonly OwnPhoto[] }) {
  const t = await getTranslations("personal-data.mine");
  if (photos.length === 0) return null;
  return (
    <Card title={t("documents")}>
      <SummaryList
        rows={photos.map(({ kind, address }) => ({
          label: t(`photos.${kind}`),
          value: (
            <a href={address} className="link inline-flex min-h-11 items-center">
              {t("view")}
              <span className="sr-only"> {t(`photos.${kind}`)}</span>
            </a>
          ),
        }))}
      />
    </Card>
  );
}
