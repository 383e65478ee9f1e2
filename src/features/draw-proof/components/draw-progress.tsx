import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { type Step, Steps } from "#ui/primitives/steps.tsx";
import type { PublicDraw } from "../types.ts";

/** How far a draw has come, from the fixed list to the publication. */
export async function DrawProgress({ draw }: { readonly draw: PublicDraw }) {
  const t = await getTranslations("draw-proof.draw");
  const locale = await currentLocale();
  const { promised, shown } = draw.ceremony;
  const at = (moment: Date) => ({ moment: formatMoment(moment, locale) });
  const isPublished = draw.result !== null && draw.publishedAt !== null;
  const steps: readonly { readonly label: string; readonly done: boolean; readonly note: ReactNode }[] = [
    { label: t("steps.list"), done: true, note: t("steps.listNote", at(draw.frozenAt)) },
    {
      label: t("steps.promise"),
      done: promised.length === 3,
      note: t("steps.promiseNote", { count: promised.length }),
    },
    {
      label: t("steps.show"),
      done: shown.length === 3,
      note: t("steps.showNote", { count: shown.length }),
    },
    {
      label: t("steps.draw"),
      done: draw.drawnAt !== null,
      note: draw.drawnAt && t("steps.drawNote", at(draw.drawnAt)),
    },
    {
      label: t("steps.publish"),
      done: isPublished,
      note: draw.publishedAt && isPublished ? at(draw.publishedAt).moment : t("steps.publishWait"),
    },
  ];
  const current = steps.findIndex(({ done }) => !done);
  const items = steps.map(({ label, done, note }, index): Step => {
    const state = done ? "done" : index === current ? "current" : "todo";
    return { label, state, note: state === "todo" ? null : note };
  });
  return (
    <Card title={t("progress")}>
      <Steps
        items={items}
        stateTexts={{
          done: t("stepState.done"),
          current: t("stepState.current"),
          todo: t("stepState.todo"),
        }}
      />
    </Card>
  );
}
