import { getTranslations } from "next-intl/server";
import { formatMoment, formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import type { DrawRecord, Replay } from "../types.ts";

/** The draw with all that anybody needs to repeat it, and the repetition when it was asked for. */
export async function DrawCard({
  draw,
  replay,
}: {
  readonly draw: DrawRecord;
  readonly replay: Replay | null;
}) {
  const t = await getTranslations("selection.admin");
  const locale = await currentLocale();
  return (
    <Card title={t("draw")}>
      <SummaryList
        rows={[
          { label: t("drawnAt"), value: formatMoment(draw.drawnAt, locale) },
          { label: t("candidates"), value: formatNumber(draw.candidateCount, locale) },
          { label: t("selected"), value: formatNumber(draw.selectedCount, locale) },
          { label: t("algorithm"), value: draw.algorithm },
          { label: t("seed"), value: <code className="break-all">{draw.seed}</code> },
          { label: t("digest"), value: <code className="break-all">{draw.digest}</code> },
        ]}
      />
      {replay ? <ReplayNotice replay={replay} /> : null}
      <p className="text-ink-soft">{t("replayText")}</p>
      <div>
        <LinkButton href="?ulang=1" variant="secondary" icon="history">
          {t("replay")}
        </LinkButton>
      </div>
    </Card>
  );
}

async function ReplayNotice({ replay }: { readonly replay: Replay }) {
  const t = await getTranslations("selection.admin");
  if (replay.kind === "other-algorithm") return <Notice live>{t("replayOther")}</Notice>;
  return replay.equal ? (
    <Notice tone="success" live>
      <span className="break-all">{t("replayEqual", { digest: replay.digest })}</span>
    </Notice>
  ) : (
    <Notice tone="danger" live>
      {t("replayDiffers", { count: Math.max(1, replay.outcomesDiffer) })}
    </Notice>
  );
}
