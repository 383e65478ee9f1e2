import { getTranslations } from "next-intl/server";
import { Icon } from "#ui/primitives/icon.tsx";

/** So many of five stars, said in words to those who do not see them. */
export async function Stars({ stars }: { readonly stars: number }) {
  const t = await getTranslations("reviews");
  return (
    <p className="flex items-center gap-0.5">
      <span className="sr-only">{t("starsOf", { stars })}</span>
      {[1, 2, 3, 4, 5].map((star) => (
        <Icon
          key={star}
          name="star"
          size={22}
          className={star <= stars ? "fill-accent text-accent-strong" : "text-line-strong"}
        />
      ))}
    </p>
  );
}
