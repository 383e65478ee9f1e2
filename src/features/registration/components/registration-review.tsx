import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { startOfDay } from "#kernel/calendar.ts";
import { SummaryList, type SummaryRow } from "#ui/primitives/summary-list.tsx";
import {
  type Area,
  disabilities,
  educations,
  employments,
  maritalStatuses,
  pathOfStep,
  type RegistrationStep,
  type RegistrationSummary,
} from "../types.ts";

type Props = {
  readonly summary: RegistrationSummary;
  readonly areas: readonly Area[];
  readonly category: string | undefined;
};

/** Everything that was filled in, page by page, each with the way back to it. */
export async function RegistrationReview(props: Props) {
  const t = await getTranslations("registration");
  const sections = [
    ["identity", await identityRows(props)],
    ["personal", await personalRows(props)],
    ["address", await addressRows(props)],
    ["situation", await situationRows(props)],
    ["photo", await photoRows()],
    ["statements", await statementRows(props)],
  ] as const;
  return sections.map(([page, rows]) => (
    <section key={page} className="grid gap-3">
      <h2>{t(`${page}.title`)}</h2>
      <SummaryList rows={withChange(rows, page, t("review.change"))} />
    </section>
  ));
}

type Row = readonly [label: string, value: ReactNode];

function withChange(rows: readonly Row[], page: RegistrationStep, change: string): SummaryRow[] {
  return rows.map(([label, value]) => ({ label, value, change: { href: pathOfStep(page), label: change } }));
}

async function identityRows({ summary }: Props): Promise<readonly Row[]> {
  const t = await getTranslations("registration.identity");
  const format = await getFormatter();
  return [
    [t("nik"), spaced(summary.nik)],
    [t("familyCard"), spaced(summary.familyCard)],
    [
      t("birthDate"),
      summary.birthDate && format.dateTime(startOfDay(summary.birthDate), { dateStyle: "long" }),
    ],
    [t("gender"), summary.gender && t(summary.gender)],
  ];
}

async function personalRows({ summary }: Props): Promise<readonly Row[]> {
  const t = await getTranslations("registration.personal");
  return (["fullName", "birthPlace", "motherName", "phone"] as const).map((key) => [t(key), summary[key]]);
}

async function addressRows({ summary, areas }: Props): Promise<readonly Row[]> {
  const t = await getTranslations("registration.review");
  const names = areas.map(({ name }) => name).toReversed();
  return [
    [t("street"), summary.address],
    [t("area"), names.join(", ")],
  ];
}

async function situationRows({ summary, category }: Props): Promise<readonly Row[]> {
  const t = await getTranslations("registration.situation");
  const education = educations.find((code) => code === summary.education);
  const marital = maritalStatuses.find((code) => code === summary.maritalStatus);
  const employment = employments.find((code) => code === summary.employment);
  const disability = disabilities.find((code) => code === summary.disability);
  return [
    [t("education"), education && t(`educations.${education}`)],
    [t("maritalStatus"), marital && t(`maritalStatuses.${marital}`)],
    [t("dependants"), `${summary.dependants ?? 0} ${t("people")}`],
    [t("employment"), employment && t(`employments.${employment}`)],
    [t("disability"), disability && t(`disabilities.${disability}`)],
    [t("wantedCategory"), category],
    [t("reason"), summary.reason],
  ];
}

async function photoRows(): Promise<readonly Row[]> {
  const t = await getTranslations("registration.review");
  return [
    [
      t("photo"),
      <a key="photo" href="/pendaftaran/foto-ktp/lihat" className="link">
        {t("open")}
      </a>,
    ],
  ];
}

async function statementRows({ summary: { statements } }: Props): Promise<readonly Row[]> {
  const t = await getTranslations("registration");
  if (!statements) return [];
  const say = (answer: boolean) => t(answer ? "statements.yes" : "statements.no");
  return [
    [t("review.why"), t(`statements.employments.${statements.employment}`)],
    [t("review.occupation"), say(statements.excludedOccupation)],
    [t("review.education"), say(statements.inEducation)],
    [t("review.aid"), say(statements.otherAid)],
  ];
}

/** "1275 0157 0500 9101": easier to compare with a card. */
function spaced(number: string | null): string | null {
  return number?.replace(/(\d{4})(?=\d)/g, "$1 ") ?? null;
}
