import { getTranslations } from "next-intl/server";
import { formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import type { PublicDraw } from "../types.ts";

/** What everybody may download and check. */
export async function DrawFiles({ draw }: { readonly draw: PublicDraw }) {
  const t = await getTranslations("draw-proof.draw");
  const at = `/undian/${draw.number}`;
  const count = formatNumber(draw.entryCount, await currentLocale());
  return (
    <Card title={t("files")}>
      <p>{t("filesText")}</p>
      <div className="flex flex-wrap gap-3">
        <LinkButton href={`${at}/undian.json`} icon="download" variant="secondary" wide>
          {t("fileDraw")}
        </LinkButton>
        <LinkButton href={`${at}/daftar.csv`} icon="download" variant="secondary" wide>
          {t("fileList", { count })}
        </LinkButton>
        {draw.result ? (
          <LinkButton href={`${at}/hasil.csv`} icon="download" variant="secondary" wide>
            {t("fileResult")}
          </LinkButton>
        ) : null}
        {draw.result ? (
          <LinkButton href={`/keputusan/${draw.number}`} icon="download" variant="secondary" wide>
            {t("fileDecree")}
          </LinkButton>
        ) : null}
      </div>
      {draw.result ? null : <p className="text-ink-soft">{t("fileResultWait")}</p>}
      <p>
        <a href="/undian/cara-memeriksa" className="link inline-flex min-h-11 items-center">
          {t("howTo")}
        </a>
      </p>
    </Card>
  );
}
