import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { writeItemAction } from "../../actions/bank.ts";
import { itemKinds, type WrittenItem } from "../../types/bank.ts";
import { PictureFields } from "./picture-fields.tsx";

type ItemFormProps = {
  /** What the form opens with; null for a new item. */
  readonly item: WrittenItem | null;
  readonly lastCodes: string;
};

const letters = ["A", "B", "C", "D"] as const;

/** Everything that an item says, on one page. Nothing changes under an earlier version. */
export async function ItemForm({ item, lastCodes }: ItemFormProps) {
  const t = await getTranslations("selection-test.bank");
  const shell = await getTranslations("shell.form");
  const kinds = await getTranslations("selection-test.question.kind");
  const optional = shell("optional");
  const content = item?.content;
  return (
    <ActionForm action={writeItemAction} commandKey={newCommandKey()} errorTitle={shell("errorTitle")}>
      <Card>
        {item ? (
          <>
            <input type="hidden" name="code" value={item.code} />
            <input type="hidden" name="kind" value={item.content.kind} />
          </>
        ) : (
          <>
            <input type="hidden" name="isNew" value="yes" />
            <RadioGroup
              name="kind"
              label={t("kind")}
              layout="row"
              required
              options={itemKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
            />
            <TextField
              name="code"
              label={t("code")}
              hint={t("form.codeHint", { codes: lastCodes })}
              width="short"
              spellCheck={false}
              required
            />
          </>
        )}
        <TextAreaField name="stem" label={t("form.stem")} rows={3} defaultValue={content?.stem} required />
        <TextAreaField
          name="passage"
          label={t("form.passage")}
          hint={t("form.passageHint")}
          optionalText={optional}
          rows={4}
          defaultValue={content?.passage ?? ""}
        />
      </Card>
      <AnswerFields item={item} />
      <Card title={t("picture")}>
        <PictureFields image={content?.image ?? null} imageAlt={content?.imageAlt ?? null} />
      </Card>
      <Card title={t("view.facts")}>
        <RadioGroup
          name="difficulty"
          label={t("form.difficulty")}
          layout="row"
          required
          defaultValue={content && String(content.difficulty)}
          options={(["1", "2", "3"] as const).map((value) => ({
            value,
            label: t(`difficulties.${value}`),
          }))}
        />
        <TextField
          name="family"
          label={t("form.family")}
          hint={t("form.familyHint")}
          optionalText={optional}
          width="half"
          defaultValue={content?.family ?? ""}
        />
        <TextField
          name="exposureLimit"
          label={t("form.exposureLimit")}
          hint={t("form.exposureLimitHint")}
          optionalText={optional}
          inputMode="numeric"
          width="tiny"
          defaultValue={item?.exposureLimit?.toString() ?? ""}
        />
      </Card>
      <StatementFields item={item} />
      <div>
        <SubmitButton busyText={shell("sending")}>{t("form.submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

async function AnswerFields({ item }: { readonly item: WrittenItem | null }) {
  const t = await getTranslations("selection-test.bank.form");
  const content = item?.content;
  if (content?.kind === "motivation") return null;
  return (
    <Card title={t("options")}>
      <p className="text-ink-soft">{t("optionsHint")}</p>
      {letters.map((letter, index) => (
        <TextField
          key={letter}
          name={`option${index + 1}`}
          label={t("option", { letter })}
          defaultValue={content?.options[index] ?? ""}
        />
      ))}
      <SelectField
        name="answer"
        label={t("answer")}
        emptyText={t("noAnswer")}
        defaultValue={content?.answer === null || !content ? "" : String(content.answer + 1)}
        options={letters.map((label, index) => ({ value: String(index + 1), label }))}
      />
      <TextAreaField
        name="explanation"
        label={t("explanation")}
        hint={t("explanationHint")}
        rows={3}
        defaultValue={content?.explanation ?? ""}
      />
    </Card>
  );
}

async function StatementFields({ item }: { readonly item: WrittenItem | null }) {
  const t = await getTranslations("selection-test.bank.form");
  const shell = await getTranslations("shell.form");
  const content = item?.content;
  if (content && content.kind !== "motivation") return null;
  return (
    <Card title={t("statement")}>
      <TextField
        name="pairCode"
        label={t("pairCode")}
        hint={t("pairCodeHint")}
        optionalText={shell("optional")}
        width="short"
        spellCheck={false}
        defaultValue={content?.pairCode ?? ""}
      />
      <RadioGroup
        name="reversed"
        label={t("reversed")}
        defaultValue={content?.reversed ? "yes" : "no"}
        options={[
          { value: "no", label: t("notReversed") },
          { value: "yes", label: t("isReversed") },
        ]}
      />
    </Card>
  );
}
