import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatDate, inFours } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { startOfDay } from "#kernel/calendar.ts";
import { SummaryList, type SummaryRow } from "#ui/primitives/summary-list.tsx";
import type { RegistrationSummary } from "../types/summary.ts";
import {
  type Area,
  type DocumentKind,
  disabilities,
  educations,
  employments,
  maritalStatuses,
  pathOfStep,
  type RegistrationPage,
  registrationPages,
} from "../types.ts";

type Props = {
  readonly summary: RegistrationSummary;
  readonly areas: readonly Area[];
  readonly domicileAreas: readonly Area[];
  readonly category: string | undefined;
  readonly documents: readonly { readonly kind: DocumentKind; readonly href: string }[];
  /** The pages that may be changed now. */
  readonly changeable: readonly RegistrationPage[];
};

/** Everything that was filled in, page by page, each with the way back to it. */
export async function RegistrationReview(props: Props) {
  const t = await getTranslations("registration");
  const rows = {
    identity: await identityRows(props),
    personal: await personalRows(props),
    address: await addressRows(props),
    situation: await situationRows(props),
    photo: await documentRows(props, "id_card"),
    selfie: await documentRows(props, "selfie"),
    phone: await phoneRows(props),
    statements: await statementRows(props),
  };
  return registrationPages.map((page) => (
    <section key={page} className="grid gap-3">
      <h2>{t(`${page}.title`)}</h2>
      <SummaryList
        rows={rows[page].map(props.changeable.includes(page) ? withChange(page, t("review.change")) : asItIs)}
      />
    </section>
  ));
}

type Row = readonly [label: string, value: ReactNode];

function withChange(page: RegistrationPage, label: string) {
  return (row: Row): SummaryRow => ({ ...asItIs(row), change: { href: pathOfStep(page), label } });
}

function asItIs([label, value]: Row): SummaryRow {
  return { label, value };
}

async function identityRows({ summary }: Props): Promise<readonly Row[]> {
  const t = await getTranslations("registration.identity");
  const locale = await currentLocale();
  return [
    [t("nik"), summary.nik && inFours(summary.nik)],
    [t("familyCard"), summary.familyCard && inFours(summary.familyCard)],
    [t("birthDate"), summary.birthDate && formatDate(startOfDay(summary.birthDate), locale)],
    [t("gender"), summary.gender && t(summary.gender)],
  ];
}

async function personalRows({ summary }: Props): Promise<readonly Row[]> {
  const t = await getTranslations("registration.personal");
  return (["fullName", "birthPlace", "motherName"] as const).map((key) => [t(key), summary[key]]);
}

async function addressRows({ summary, areas, domicileAreas }: Props): Promise<readonly Row[]> {
  const t = await getTranslations("registration.review");
  const { domicile } = summary;
  return [
    [t("street"), summary.address],
    [t("area"), namesOf(areas)],
    [t("domicile"), domicile ? `${domicile.address}, ${namesOf(domicileAreas)}` : t("sameAddress")],
  ];
}

function namesOf(areas: readonly Area[]): string {
  return areas
    .map(({ name }) => name)
    .toReversed()
    .join(", ");
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

async function documentRows({ documents }: Props, kind: DocumentKind): Promise<readonly Row[]> {
  const t = await getTranslations("registration.review");
  const document = documents.find((one) => one.kind === kind);
  return [
    [
      t(kind === "selfie" ? "selfie" : "photo"),
      document ? (
        <a key={kind} href={document.href} className="link">
          {t("open")}
        </a>
      ) : (
        t("missing")
      ),
    ],
  ];
}

async function phoneRows({ summary: { phone, phoneVerifiedAt } }: Props): Promise<readonly Row[]> {
  const t = await getTranslations("registration");
  const proof = t(phoneVerifiedAt ? "review.proven" : "review.notProven");
  return [[t("personal.phone"), phone ? `${phone} (${proof})` : t("review.missing")]];
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
    [t("review.version"), String(statements.version)],
  ];
}
