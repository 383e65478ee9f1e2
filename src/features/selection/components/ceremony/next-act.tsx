import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { writeMoment } from "#kernel/written-moment.ts";
import { Card } from "#ui/primitives/card.tsx";
import {
  promiseAsOperatorAction,
  promiseAsWitnessAction,
  showAsOperatorAction,
  showAsWitnessAction,
} from "../../actions/ceremony.ts";
import { freshSecret } from "../../queries/ceremony.ts";
import type { Ceremony, CeremonyAct } from "../../types/ceremony.ts";
import { PromiseForm } from "./promise-form.tsx";
import { AnnouncePublicForm, ShowPublicForm, ShowSecretForm } from "./value-forms.tsx";

type NextActProps = {
  readonly ceremony: Ceremony;
  readonly act: CeremonyAct;
  readonly party: "operator" | "witness";
  readonly commandKey: string;
};

/** The one thing that this party can do now, or whom everybody waits for. */
export async function NextAct({ ceremony, act, party, commandKey }: NextActProps) {
  const t = await getTranslations("selection.ceremony");
  const locale = await currentLocale();
  const { waveId, number } = ceremony;
  const form = { waveId, commandKey };
  switch (act.kind) {
    case "promise": {
      const action = party === "operator" ? promiseAsOperatorAction : promiseAsWitnessAction;
      return (
        <Card title={t("promiseTitle")}>
          <PromiseForm {...form} number={number} action={action} fresh={freshSecret(number, party)} />
        </Card>
      );
    }
    case "announce":
      return (
        <Card title={t("announceTitle")}>
          <AnnouncePublicForm {...form} suggestedMoment={writeMoment(act.suggested)} />
        </Card>
      );
    case "show": {
      const action = party === "operator" ? showAsOperatorAction : showAsWitnessAction;
      return (
        <Card title={t("showTitle")}>
          <p>{t("showUntil", { moment: formatMoment(act.until, locale) })}</p>
          <ShowSecretForm {...form} action={action} />
        </Card>
      );
    }
    case "write":
      return (
        <Card title={t("writeTitle")}>
          <ShowPublicForm {...form} source={act.source} />
        </Card>
      );
    case "done":
      return (
        <Card title={t("doneTitle")}>
          <p>{t("doneText")}</p>
        </Card>
      );
    case "wait":
      return (
        <Card title={t("waitTitle")}>
          <p>{t(`wait.${act.forWhom}`, { moment: act.until ? formatMoment(act.until, locale) : "" })}</p>
        </Card>
      );
  }
}
