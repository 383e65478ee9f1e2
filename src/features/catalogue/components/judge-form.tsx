import { getTranslations } from "next-intl/server";
import { formatRupiah } from "#kernel/money.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { CheckboxGroup } from "#ui/primitives/checkbox-field.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { judgeCourseAction } from "../actions/review.ts";
import type { ReviewedVersion } from "../queries/review.ts";
import { qualityPoints } from "../types/authoring.ts";

type VersionProps = { readonly version: ReviewedVersion };

/** What the rules say of a version, so that nobody has to reckon. */
export async function VersionRules({ version }: VersionProps) {
  const t = await getTranslations("catalogue.review");
  const { content, ceiling, commissionPercent, lessons, conflict } = version;
  const commission = Math.floor((content.price * commissionPercent) / 100);
  const amount = formatRupiah(BigInt(commission));
  return (
    <>
      {conflict ? (
        <Notice tone="danger">
          {t("conflict", {
            platform: conflict.platformName,
            provider: conflict.providerName,
            ground: conflict.ground,
          })}
        </Notice>
      ) : null}
      {content.mode === "self_paced" && lessons === 0 ? (
        <Notice tone="warning">{t("lessonsNone")}</Notice>
      ) : null}
      <SummaryList
        rows={[
          { label: t("ceiling"), value: formatRupiah(BigInt(ceiling)) },
          { label: t("commission"), value: t("commissionValue", { percent: commissionPercent, amount }) },
          { label: t("lessons"), value: String(lessons) },
        ]}
      />
    </>
  );
}

/** The checklist and the verdict. */
export async function JudgeForm({ version }: VersionProps) {
  const t = await getTranslations("catalogue");
  const shell = await getTranslations("shell.form");
  return (
    <Card title={t("review.decideTitle")}>
      <VersionRules version={version} />
      <ActionForm
        action={judgeCourseAction}
        commandKey={newCommandKey()}
        errorTitle={shell("errorTitle")}
        label={t("review.decideTitle")}
      >
        <input type="hidden" name="courseId" value={version.courseId} />
        <input type="hidden" name="version" value={version.version} />
        <CheckboxGroup
          name="checked"
          label={t("review.checklist")}
          hint={t("review.checklistHint")}
          options={qualityPoints.map((point) => ({ value: point, label: t(`quality.${point}`) }))}
        />
        <RadioGroup
          name="decision"
          label={t("review.decision")}
          layout="cards"
          required
          options={[
            { value: "approve", label: t("review.approve"), hint: t("review.approveHint") },
            { value: "return", label: t("review.return"), hint: t("review.returnHint") },
          ]}
        />
        <TextAreaField
          name="note"
          label={t("review.note")}
          hint={t("review.noteHint")}
          optionalText={shell("optional")}
          rows={4}
          maxLength={1_000}
        />
        <div>
          <SubmitButton busyText={shell("sending")}>{t("review.send")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
