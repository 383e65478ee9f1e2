import { getTranslations } from "next-intl/server";
import { currentLocale } from "#i18n/locale.ts";
import { formatRupiah } from "#kernel/money.ts";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import type { CourseDraft } from "../schema/draft.ts";
import type { CourseRules, PlatformChoice } from "../types/authoring.ts";
import { type CatalogueChoices, courseLevels, courseModes, minimumEducations } from "../types.ts";

type CourseTermsFieldsProps = {
  readonly content: CourseDraft | null;
  readonly categories: CatalogueChoices["categories"];
  readonly platforms: readonly PlatformChoice[];
  readonly rules: CourseRules;
};

/** Where a course is sold, for how much, and to whom. */
export async function CourseTermsFields({ content, categories, platforms, rules }: CourseTermsFieldsProps) {
  const t = await getTranslations("catalogue");
  const locale = await currentLocale();
  return (
    <>
      <SelectField
        name="category"
        label={t("form.category")}
        emptyText={t("form.choose")}
        defaultValue={content?.category ?? undefined}
        required
        options={categories.map(({ code, ...name }) => ({ value: code, label: name[locale] }))}
      />
      <SelectField
        name="platform"
        label={t("form.platform")}
        emptyText={t("form.choose")}
        defaultValue={content?.platform ?? undefined}
        required
        options={platforms.map(({ slug, name, commissionPercent, isOwned }) => ({
          value: slug,
          label: isOwned
            ? t("form.platformOwned", { name })
            : t("form.platformOption", { name, percent: commissionPercent }),
        }))}
      />
      <RadioGroup
        name="mode"
        label={t("form.mode")}
        layout="cards"
        defaultValue={content?.mode ?? undefined}
        required
        options={courseModes.map((mode) => ({
          value: mode,
          label: t(`modes.${mode}`),
          hint: t(`modeHints.${mode}`),
        }))}
      />
      <PriceAndLength content={content} rules={rules} />
      <RadioGroup
        name="level"
        label={t("form.level")}
        layout="row"
        defaultValue={content?.level ?? "dasar"}
        required
        options={courseLevels.map((level) => ({ value: level, label: t(`detail.levels.${level}`) }))}
      />
      <TextField
        name="minimumAge"
        label={t("form.minimumAge")}
        inputMode="numeric"
        width="short"
        suffix={t("form.years")}
        defaultValue={String(content?.minimumAge ?? 18)}
        required
      />
      <SelectField
        name="minimumEducation"
        label={t("form.minimumEducation")}
        emptyText={t("form.anyEducation")}
        defaultValue={content?.minimumEducation ?? ""}
        options={minimumEducations.map((level) => ({ value: level, label: t(`educations.${level}`) }))}
      />
    </>
  );
}

async function PriceAndLength({ content, rules }: Pick<CourseTermsFieldsProps, "content" | "rules">) {
  const t = await getTranslations("catalogue.form");
  const money = (amount: number) => formatRupiah(BigInt(amount));
  const { hourlyCeiling, trainingBalance, minimumHours } = rules;
  return (
    <div className="grid items-start gap-6 sm:grid-cols-2">
      <TextField
        name="hours"
        label={t("hours")}
        hint={t("hoursHint", { minimum: minimumHours })}
        inputMode="numeric"
        width="short"
        suffix={t("hoursUnit")}
        defaultValue={content?.hours ? String(content.hours) : undefined}
        required
      />
      <TextField
        name="price"
        label={t("price")}
        hint={t("priceHint", {
          self: money(hourlyCeiling.self_paced),
          webinar: money(hourlyCeiling.webinar),
          face: money(hourlyCeiling.face_to_face),
          balance: money(trainingBalance),
        })}
        inputMode="numeric"
        width="short"
        prefix="Rp"
        defaultValue={content?.price ? formatRupiah(BigInt(content.price)).slice(2) : undefined}
        required
      />
    </div>
  );
}
