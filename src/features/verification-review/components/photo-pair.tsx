import { getTranslations } from "next-intl/server";
import { Card } from "#ui/primitives/card.tsx";
import { OwnPicture } from "#ui/primitives/own-picture.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { ReviewedPhoto } from "../types.ts";

const hints = ["dark", "bright", "blurred", "glare", "not-a-card"] as const;

const kinds: readonly ReviewedPhoto["kind"][] = ["id_card", "selfie"];

/** The card and the face side by side. */
export async function PhotoPair({ photos }: { readonly photos: readonly ReviewedPhoto[] }) {
  const t = await getTranslations("verification-review.photos");
  const inOrder = photos.toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
  return (
    <Card title={t("title")}>
      <p className="text-ink-soft">{photos.length > 0 ? t("text") : t("none")}</p>
      <div className="grid gap-6 empty:hidden sm:grid-cols-[3fr_2fr]">
        {inOrder.map((photo) => (
          <figure key={photo.id} className="grid content-start gap-2">
            <OwnPicture
              src={photo.address}
              alt={t(photo.kind)}
              className="petal-sm max-h-96 w-full border border-line bg-sunken object-contain"
            />
            <figcaption className="flex flex-wrap items-center gap-2">
              <span className="font-semibold">{t(photo.kind)}</span>
              {hints
                .filter((hint) => photo.hints.includes(hint))
                .map((hint) => (
                  <Tag key={hint} tone="warning">
                    {t(`hints.${hint}`)}
                  </Tag>
                ))}
              <a href={photo.address} className="link inline-flex min-h-11 items-center">
                {t("open")}
              </a>
            </figcaption>
          </figure>
        ))}
      </div>
    </Card>
  );
}
