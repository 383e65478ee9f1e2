import { getTranslations } from "next-intl/server";
import { Card } from "#ui/primitives/card.tsx";
import { Icon } from "#ui/primitives/icon.tsx";
import type { TestRules } from "../types.ts";

/** What the test is, how long it takes, and what to have at hand. */
export async function TestExplanation({ rules }: { readonly rules: TestRules }) {
  const t = await getTranslations("selection-test");
  const questions = Object.values(rules.blueprint).reduce((sum, count) => sum + count, 0);
  return (
    <div className="grid gap-6 lg:grid-cols-[2fr_1fr]">
      <Card title={t("about.heading")}>
        <ul className="grid gap-3">
          {(
            [
              ["survey", t("about.questions", { questions })],
              ["clock", t("about.minutes", { minutes: rules.minutes })],
              ["warning", t("about.once")],
              ["check", t("about.saved")],
              ["info", t("about.ends")],
              ["star", t("about.gate", { percent: rules.gatePercent })],
            ] as const
          ).map(([icon, text]) => (
            <li key={icon} className="flex items-start gap-3">
              <Icon name={icon} className="mt-0.5 text-accent-strong" />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t("prepare.heading")} look="sunken">
        <ul className="grid list-disc gap-2 ps-5">
          <li>{t("prepare.place")}</li>
          <li>{t("prepare.paper")}</li>
          <li>{t("prepare.alone")}</li>
        </ul>
      </Card>
    </div>
  );
}
