import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { formatRupiah } from "#kernel/money.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { requestPurchaseAction } from "../actions.ts";
import type { OfferedSchedule } from "../types/offer.ts";
import { scheduleTerms, scheduleWords } from "./schedule-words.ts";

type BuyFormProps = {
  readonly slug: string;
  readonly price: bigint;
  readonly choices: readonly OfferedSchedule[];
};

/** Asks for the schedule and the card number, as at any till; the code comes next. */
export async function BuyForm({ slug, price, choices }: BuyFormProps) {
  const t = await getTranslations("purchase.buy");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={requestPurchaseAction}
      commandKey={newCommandKey()}
      errorTitle={shell("errorTitle")}
      referenceLabel={shell("reference", { reference: "" })}
      label={t("title")}
      fieldNames={{ schedule: t("chooseSchedule"), cardNumber: t("card") }}
    >
      <input type="hidden" name="slug" value={slug} />
      <ScheduleChoice choices={choices} />
      <TextField
        name="cardNumber"
        label={t("card")}
        hint={t("cardHint")}
        inputMode="numeric"
        autoComplete="off"
        maxLength={30}
        width="half"
        required
      />
      <p>
        <a href="/saldo" className="link inline-flex min-h-11 items-center">
          {t("cardWhere")}
        </a>
      </p>
      <p>{t("terms", { price: formatRupiah(price) })}</p>
      <SubmitButton size="large" busyText={t("busy")}>
        {t("submit")}
      </SubmitButton>
    </ActionForm>
  );
}

/** Nothing to choose in a self-paced course, or where one schedule is left. */
async function ScheduleChoice({ choices }: Pick<BuyFormProps, "choices">) {
  const t = await getTranslations("purchase.buy");
  const locale = await currentLocale();
  const [only] = choices;
  if (only && choices.length === 1) return <input type="hidden" name="schedule" value={only.code} />;
  const full = choices.filter(({ seatsLeft }) => seatsLeft < 1);
  const options = choices
    .filter(({ seatsLeft }) => seatsLeft > 0)
    .map(async (choice) => ({
      value: choice.code,
      label: await scheduleWords(choice),
      hint: (
        <span className="grid gap-1 wrap-anywhere">
          <span>
            {choice.place ? `${t("place", { place: choice.place })} · ` : ""}
            {t("seats", { count: choice.seatsLeft })}
          </span>
          {(await scheduleTerms(choice)).map((sentence) => (
            <span key={sentence}>{sentence}</span>
          ))}
        </span>
      ),
    }));
  return (
    <>
      <RadioGroup
        name="schedule"
        label={t("chooseSchedule")}
        hint={t("chooseHint")}
        options={await Promise.all(options)}
        required
      />
      {full.length > 0 ? (
        <p className="text-ink-soft">
          {t("fullToo", {
            list: full.map(({ startsAt }) => startsAt && formatShort(startsAt, locale)).join("; "),
          })}
        </p>
      ) : null}
    </>
  );
}
