import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Card } from "#ui/primitives/card.tsx";
import { Money } from "#ui/primitives/money.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { ReviewedVersion } from "../queries/review.ts";
import type { CourseContent } from "../schema.ts";

type VersionProps = { readonly version: ReviewedVersion };
type Fact = {
  readonly name: keyof CourseContent;
  readonly label: string;
  readonly of: (content: CourseContent) => ReactNode;
};

/** Everything that a version says, and beside what changed, what was said before. */
export async function VersionContent({ version }: VersionProps) {
  const t = await getTranslations("catalogue.review");
  const { before, content } = version;
  const facts = await factsOf(version);
  return (
    <Card title={t("changesTitle")}>
      <p>
        {before
          ? t("changesSome", { count: before.changed.length, version: before.version })
          : t("changesNew")}
      </p>
      <SummaryList
        rows={facts.map(({ name, label, of }) => ({
          label,
          value:
            before?.changed.includes(name) === true ? (
              <Changed now={of(content)} before={of(before.content)} />
            ) : (
              <div className="font-normal whitespace-pre-line wrap-anywhere">{of(content)}</div>
            ),
        }))}
      />
    </Card>
  );
}

async function Changed({ now, before }: { readonly now: ReactNode; readonly before: ReactNode }) {
  const t = await getTranslations("catalogue.review");
  return (
    <div className="grid gap-2 font-normal whitespace-pre-line wrap-anywhere">
      <div>
        <Tag tone="info">{t("changed")}</Tag>
      </div>
      <div>{now}</div>
      <div className="border-s-4 border-line ps-3 text-ink-soft">
        <p className="text-sm font-semibold">{t("before")}</p>
        {before}
      </div>
    </div>
  );
}

async function factsOf({ content: judged, platformName, categoryName }: ReviewedVersion): Promise<Fact[]> {
  const t = await getTranslations("catalogue");
  // Names of what the judged version chose; of the one before, the code tells apart what it was.
  const platformOf = ({ platform }: CourseContent) =>
    platform === judged.platform ? platformName : platform;
  const categoryOf = ({ category }: CourseContent) =>
    category === judged.category ? categoryName.id : category;
  const educationOf = ({ minimumEducation }: CourseContent) =>
    minimumEducation ? t(`educations.${minimumEducation}`) : t("form.anyEducation");
  return [
    { name: "title", label: t("form.title"), of: ({ title }) => title },
    { name: "titleEn", label: t("form.titleEn"), of: ({ titleEn }) => titleEn },
    { name: "summary", label: t("form.summary"), of: ({ summary }) => summary },
    { name: "summaryEn", label: t("form.summaryEn"), of: ({ summaryEn }) => summaryEn },
    { name: "description", label: t("form.description"), of: ({ description }) => description },
    { name: "outcomes", label: t("form.outcomes"), of: ({ outcomes }) => <Lines lines={outcomes} /> },
    { name: "category", label: t("form.category"), of: categoryOf },
    { name: "platform", label: t("form.platform"), of: platformOf },
    { name: "mode", label: t("form.mode"), of: ({ mode }) => t(`modes.${mode}`) },
    { name: "price", label: t("form.price"), of: ({ price }) => <Money amount={BigInt(price)} /> },
    { name: "hours", label: t("form.hours"), of: ({ hours }) => t("hours", { hours }) },
    { name: "level", label: t("form.level"), of: ({ level }) => t(`detail.levels.${level}`) },
    {
      name: "minimumAge",
      label: t("form.minimumAge"),
      of: ({ minimumAge }) => t("detail.minimumAgeValue", { age: minimumAge }),
    },
    { name: "minimumEducation", label: t("form.minimumEducation"), of: educationOf },
    {
      name: "trainer",
      label: t("detail.trainer"),
      of: ({ trainer }) => <Lines lines={[trainer.name, trainer.about]} />,
    },
    {
      name: "syllabus",
      label: t("detail.syllabus"),
      of: ({ syllabus }) => <Lines lines={syllabus.map(({ title, text }) => `${title}: ${text}`)} />,
    },
    { name: "sampleLesson", label: t("form.sampleLesson"), of: ({ sampleLesson }) => sampleLesson ?? "–" },
  ];
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="grid gap-1">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
