import { getTranslations } from "next-intl/server";
import { Card } from "#ui/primitives/card.tsx";
import { Icon, type IconName } from "#ui/primitives/icon.tsx";
import type { TestRules, TestTime } from "../types.ts";

type TestExplanationProps = {
  readonly rules: TestRules;
  /** How long the test of the person who reads this lasts. */
  readonly time: TestTime;
};

/** What the test is, how long it takes, and what to have at hand. */
export async function TestExplanation({ rules, time }: TestExplanationProps) {
  const t = await getTranslations("selection-test");
  const questions = Object.values(rules.blueprint).reduce((sum, count) => sum + count, 0);
  const total = time.minutes + time.extraMinutes;
  const lines: readonly (readonly [IconName, string])[] = [
    ["survey", t("about.questions", { questions })],
    ["clock", t("about.minutes", { minutes: time.minutes })],
    ...(time.extraMinutes > 0
      ? [["user", t("about.extra", { minutes: time.extraMinutes, total })] as const]
      : []),
    ["history", t("about.outage")],
    ["warning", t("about.once")],
    ["check", t("about.saved")],
    ["info", t("about.ends")],
    ["star", t("about.gate", { percent: rules.gatePercent })],
  ];
  return (
    <div className="grid gap-6 lg:grid-cols-[2fr_1fr]">
      <Card title={t("about.heading")}>
        <ul className="grid gap-3">
          {lines.map(([icon, text]) => (
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
