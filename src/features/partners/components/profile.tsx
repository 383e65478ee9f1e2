import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { editProfileAction } from "../actions/work.ts";
import { ABOUT_LENGTH } from "../schema.ts";
import type { PartnerProfile } from "../types.ts";

type Props = {
  readonly profile: PartnerProfile;
  readonly commandKey: string;
};

/** What is registered of a partner, and what its own people may change. */
export async function Profile({ profile, commandKey }: Props) {
  const t = await getTranslations("partners");
  const shell = await getTranslations("shell.form");
  const { name, slug, city, commissionPercent, aboutId, aboutEn, website } = profile;
  return (
    <>
      <Card title={t("profile.facts")}>
        <SummaryList
          rows={[
            { label: t("profile.name"), value: name },
            { label: t("profile.slug"), value: <code className="font-mono wrap-anywhere">{slug}</code> },
            ...(city === null ? [] : [{ label: t("profile.city"), value: city }]),
            ...(commissionPercent === null
              ? []
              : [
                  {
                    label: t("profile.commission"),
                    value: t("profile.percent", { percent: commissionPercent }),
                  },
                ]),
          ]}
        />
        <p className="text-sm text-ink-soft">{t("profile.factsNote")}</p>
      </Card>
      <Card title={t("profile.edit")}>
        <ActionForm
          action={editProfileAction}
          commandKey={commandKey}
          errorTitle={shell("errorTitle")}
          fieldNames={{
            aboutId: t("profile.aboutId"),
            aboutEn: t("profile.aboutEn"),
            website: t("profile.website"),
          }}
        >
          <TextAreaField
            name="aboutId"
            label={t("profile.aboutId")}
            defaultValue={aboutId}
            maxLength={ABOUT_LENGTH.max}
            required
          />
          <TextAreaField
            name="aboutEn"
            label={t("profile.aboutEn")}
            defaultValue={aboutEn}
            maxLength={ABOUT_LENGTH.max}
            required
          />
          <TextField
            name="website"
            type="url"
            label={t("profile.website")}
            hint={t("apply.websiteHint")}
            optionalText={shell("optional")}
            defaultValue={website ?? undefined}
            maxLength={200}
          />
          <div>
            <SubmitButton busyText={t("profile.saving")}>{t("profile.save")}</SubmitButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
