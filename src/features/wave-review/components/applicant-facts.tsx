import { getTranslations } from "next-intl/server";
import { educations } from "#features/registration/types.ts";
import type { ListedWave } from "#features/waves/types.ts";
import { formatDay, formatMoment, formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { startOfDay } from "#kernel/calendar.ts";
import { Card } from "#ui/primitives/card.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import { Timeline } from "#ui/primitives/timeline.tsx";
import type { ReviewedApplicant } from "../types.ts";
import { FactList, VerdictTag } from "./judged-facts.tsx";
import { tallyWords } from "./tally-words.ts";

type ApplicantProps = { readonly wave: ListedWave; readonly person: ReviewedApplicant };

/** Who it is, as far as the looking one may see it. */
export async function ApplicantIdentity({ person }: Pick<ApplicantProps, "person">) {
  const t = await getTranslations("wave-review");
  const registration = await getTranslations("registration.situation.educations");
  const locale = await currentLocale();
  const education = educations.find((code) => code === person.education);
  const disability = person.disability === null ? "unknown" : person.disability === "none" ? "no" : "yes";
  const named = person.nik !== null;
  return (
    <Card title={t("person.who")}>
      {named ? null : <p className="text-ink-soft">{t("person.noNames")}</p>}
      <SummaryList
        rows={[
          { label: t("person.number"), value: <code className="break-all">{person.participantId}</code> },
          ...(named
            ? [
                { label: t("sample.name"), value: person.name ?? "–" },
                { label: t("sample.nik"), value: person.nik ?? "–" },
                {
                  label: t("person.birth"),
                  value: person.birth ? formatDay(startOfDay(person.birth), locale) : "–",
                },
              ]
            : []),
          { label: t("sample.age"), value: person.age ?? "–" },
          { label: t("sample.gender"), value: t(`labels.gender.${person.gender ?? "unknown"}`) },
          { label: t("sample.province"), value: person.province ?? "–" },
          {
            label: t("person.education"),
            value: education ? registration(education) : t("labels.unknown"),
          },
          { label: t("person.disability"), value: t(`labels.disability.${disability}`) },
        ]}
      />
    </Card>
  );
}

/** What was decided on the person, from what and by which rules. */
export async function ApplicantVerdict({ wave, person }: ApplicantProps) {
  const t = await getTranslations("wave-review");
  const words = await tallyWords();
  const verdict = words("verdict", { label: person.refusal ?? "eligible", name: null });
  return (
    <Card
      title={t("person.verdict")}
      aside={wave.ruleVersion ? t("person.rule", { version: wave.ruleVersion }) : undefined}
    >
      <p className="text-ink-soft">{t(person.isFixed ? "sample.fixed" : "sample.now")}</p>
      <SummaryList
        rows={[
          {
            label: t("sample.verdict"),
            value: <VerdictTag refusal={person.refusal} words={verdict} />,
          },
          { label: t("sample.facts"), value: <FactList facts={person} /> },
          {
            label: t("sample.priority"),
            value: t(`labels.priority.${person.laidOff ? "first" : "other"}`),
          },
        ]}
      />
    </Card>
  );
}

/** Everything that happened to the person in this wave, oldest first. */
export async function ApplicantHistory({ wave, person }: ApplicantProps) {
  const t = await getTranslations("wave-review.person");
  const exclusions = await getTranslations("wave-review.exclusions.reasons");
  const locale = await currentLocale();
  const words = await tallyWords();
  const verdict = words("verdict", { label: person.refusal ?? "eligible", name: null });
  const { exclusion, place, decree } = person;
  const happened = [
    { id: "joined", at: person.joinedAt, title: t("joined"), text: null },
    {
      id: "excluded",
      at: exclusion?.excludedAt ?? null,
      title: t("excluded", { name: exclusion?.excludedBy ?? "" }),
      text: exclusion ? `${exclusions(exclusion.reason)}: ${exclusion.note}` : null,
    },
    { id: "fixed", at: wave.frozenAt, title: t("fixed", { verdict }), text: null },
    {
      id: "drawn",
      at: place ? wave.drawnAt : null,
      title: t("drawn", {
        rank: formatNumber(place?.rank ?? 0, locale),
        outcome: words("outcome", { label: place?.outcome ?? "not_drawn", name: null }),
      }),
      text: t("stratum", { rank: formatNumber(place?.stratumRank ?? 0, locale) }),
    },
    {
      id: "determined",
      at: decree?.determinedAt ?? null,
      title: t("determined", { decree: decree?.number ?? "" }),
      text: null,
    },
    { id: "published", at: wave.publishedAt, title: t("published"), text: null },
  ];
  return (
    <Card title={t("history")}>
      <Timeline
        items={happened.flatMap(({ at, ...item }) =>
          at ? { ...item, when: formatMoment(at, locale), dateTime: at.toISOString() } : [],
        )}
      />
    </Card>
  );
}
