import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Disclosure } from "#ui/primitives/disclosure.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import {
  limitExposureAction,
  retireItemAction,
  reviewItemAction,
  submitItemAction,
} from "../../actions/bank.ts";
import type { ViewedItem } from "../../types/bank.ts";

type StepProps = { readonly item: ViewedItem };

/** The next step of a version, for whoever may take it. */
export async function ItemSteps({ item, me }: StepProps & { readonly me: string }) {
  const isMine = item.authorId === me;
  if (item.state === "draft")
    return isMine ? (
      <>
        <SubmitItemForm item={item} />
        <RetireItemForm item={item} />
      </>
    ) : null;
  if (item.state === "in_review") return <ReviewItemForm item={item} isMine={isMine} />;
  if (item.state !== "approved") return null;
  return (
    <>
      {item.content.kind === "motivation" ? null : <LimitForm item={item} />}
      <RetireItemForm item={item} />
    </>
  );
}

async function SubmitItemForm({ item }: StepProps) {
  const t = await getTranslations("selection-test.bank.review");
  const shell = await getTranslations("shell.form");
  return (
    <Card title={t("submitTitle")}>
      <p>{t("submitText")}</p>
      <ActionForm
        action={submitItemAction}
        commandKey={newCommandKey()}
        errorTitle={shell("errorTitle")}
        label={t("submit")}
      >
        <input type="hidden" name="itemId" value={item.id} />
        <div>
          <SubmitButton busyText={shell("sending")}>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

async function ReviewItemForm({ item, isMine }: StepProps & { readonly isMine: boolean }) {
  const t = await getTranslations("selection-test.bank.review");
  const shell = await getTranslations("shell.form");
  const takeBack = { value: "return", label: t("return"), hint: t("returnHint") };
  const approve = { value: "approve", label: t("approve"), hint: t("approveHint") };
  return (
    <Card title={t("title")}>
      {isMine ? <Notice>{t("own")}</Notice> : null}
      <ActionForm
        action={reviewItemAction}
        commandKey={newCommandKey()}
        errorTitle={shell("errorTitle")}
        label={t("title")}
      >
        <input type="hidden" name="itemId" value={item.id} />
        <RadioGroup
          name="decision"
          label={t("decision")}
          required
          options={isMine ? [takeBack] : [approve, takeBack]}
        />
        <TextAreaField
          name="note"
          label={t("note")}
          hint={t("noteHint")}
          optionalText={shell("optional")}
          rows={3}
          maxLength={500}
        />
        <div>
          <SubmitButton busyText={shell("sending")}>{t("send")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

async function LimitForm({ item }: StepProps) {
  const t = await getTranslations("selection-test.bank");
  const shell = await getTranslations("shell.form");
  return (
    <Disclosure summary={t("review.limitTitle")}>
      <ActionForm
        action={limitExposureAction}
        commandKey={newCommandKey()}
        errorTitle={shell("errorTitle")}
        label={t("review.limitTitle")}
      >
        <input type="hidden" name="itemId" value={item.id} />
        <TextField
          name="exposureLimit"
          label={t("form.exposureLimit")}
          hint={t("form.exposureLimitHint")}
          optionalText={shell("optional")}
          inputMode="numeric"
          width="tiny"
          defaultValue={item.exposureLimit?.toString() ?? ""}
        />
        <div>
          <SubmitButton busyText={shell("sending")}>{t("review.limit")}</SubmitButton>
        </div>
      </ActionForm>
    </Disclosure>
  );
}

async function RetireItemForm({ item }: StepProps) {
  const t = await getTranslations("selection-test.bank.review");
  const shell = await getTranslations("shell.form");
  const isDraft = item.state === "draft";
  return (
    <Disclosure summary={t(isDraft ? "dropTitle" : "retireTitle")}>
      {isDraft ? null : <p>{t("retireText")}</p>}
      <ActionForm
        action={retireItemAction}
        commandKey={newCommandKey()}
        errorTitle={shell("errorTitle")}
        label={t("retire")}
      >
        <input type="hidden" name="itemId" value={item.id} />
        <TextAreaField name="note" label={t("reason")} hint={t("reasonHint")} rows={2} maxLength={500} />
        <div>
          <SubmitButton variant="danger" busyText={shell("sending")}>
            {t(isDraft ? "drop" : "retire")}
          </SubmitButton>
        </div>
      </ActionForm>
    </Disclosure>
  );
}
