import { getTranslations } from "next-intl/server";
import { Card } from "#ui/primitives/card.tsx";
import { OwnPicture } from "#ui/primitives/own-picture.tsx";
import { type ItemContent, pictureAddress } from "../../types/bank.ts";

/** The item as people meet it, with the key marked. */
export async function ItemContentCard({ content }: { readonly content: ItemContent }) {
  const t = await getTranslations("selection-test.bank.view");
  const { stem, passage, options, answer, explanation, image, imageAlt } = content;
  return (
    <Card title={t("content")}>
      {passage ? (
        <div className="petal border-s-4 border-accent bg-sunken p-4 whitespace-pre-line">{passage}</div>
      ) : null}
      {image ? (
        <OwnPicture
          src={pictureAddress(image)}
          alt={imageAlt ?? ""}
          className="w-full max-w-text border border-line bg-surface"
        />
      ) : null}
      <p className="text-lg font-semibold">{stem}</p>
      <ol className="grid list-[upper-alpha] gap-2 ps-6">
        {options.map((option, index) => (
          <li key={option} className={index === answer ? "font-semibold" : undefined}>
            {option}
            {index === answer ? <span className="text-success"> ✓ {t("key")}</span> : null}
          </li>
        ))}
      </ol>
      {explanation ? (
        <p>
          <span className="font-semibold">{t("explanation")}: </span>
          {explanation}
        </p>
      ) : null}
    </Card>
  );
}
