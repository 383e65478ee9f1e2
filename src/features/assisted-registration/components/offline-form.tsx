import { getTranslations } from "next-intl/server";
import { currentLocale } from "#i18n/locale.ts";
import { errorSentence, refusalSentence } from "#i18n/sentences.ts";
import { Button } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { type AssistChoices, AssistFields } from "./assist-fields.tsx";

type Props = AssistChoices & { readonly officer: string };

const errors = ["required", "registration-phone-shape", "registration-birth-date-shape"] as const;
const refusals = [
  "nik-not-16-digits",
  "nik-unknown-region",
  "nik-impossible-date",
  "nik-zero-serial",
  "nik-birth-date-differs",
  "nik-gender-differs",
  "kk-not-16-digits",
  "kk-unknown-region",
  "kk-impossible-date",
] as const;

/** The whole form and the queue beside it; <office-queue> does the rest, with or without a network. */
export async function OfflineForm({ officer, ...choices }: Props) {
  const t = await getTranslations("assisted-registration.offline");
  const words = await queueWords();
  return (
    <office-queue
      officer={officer}
      send="/dinas/bantu/kirim"
      words={JSON.stringify(words)}
      className="grid gap-6"
    >
      <p role="status" data-status="" className="font-semibold text-success empty:-mb-6" />
      <Card title={t("queue")}>
        <p role="status" data-network="" />
        <p data-none="">{t("none")}</p>
        <ul data-list="" className="empty:hidden" />
        <div className="flex flex-wrap gap-3">
          <Button variant="secondary" data-send="">
            {t("sendNow")}
          </Button>
          <a href="/dinas/bantu/baru" className="link inline-flex min-h-12 items-center">
            {t("online")}
          </a>
        </div>
      </Card>
      <form data-record="" noValidate aria-label={t("formTitle")} className="grid gap-6">
        <AssistFields {...choices} />
        <div>
          <Button type="submit" wide>
            {t("save")}
          </Button>
        </div>
      </form>
    </office-queue>
  );
}

async function queueWords() {
  const t = await getTranslations("assisted-registration.offline");
  const form = await getTranslations("shell.form");
  const locale = await currentLocale();
  return {
    errorTitle: form("errorTitle"),
    saved: t("saved"),
    savedAt: t.raw("savedAt"),
    edit: t("edit"),
    remove: t("remove"),
    removeSure: t("removeSure"),
    open: t("open"),
    states: t.raw("states"),
    network: t.raw("network"),
    problems: Object.fromEntries([
      ...errors.map((code) => [code, errorSentence(locale, code)]),
      ...refusals.map((code) => [code, refusalSentence(locale, { code })]),
    ]),
  };
}
