import { getTranslations } from "next-intl/server";
import type { StaffActor } from "#authorization/actor.ts";
import { may } from "#authorization/permissions.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { openWaveAction, scheduleWaveAction, unscheduleWaveAction } from "../actions.ts";
import type { ListedWave } from "../types.ts";
import { ClosingForms } from "./closing-forms.tsx";
import { WaveCommandForm } from "./wave-command-form.tsx";

type WaveCommandsProps = { readonly wave: ListedWave; readonly actor: StaffActor };

/** What an operator can do with a wave until it is closed; nothing for later ones, and nothing for who only looks. */
export async function WaveCommands({ wave, actor }: WaveCommandsProps) {
  if (!may(actor.role, "wave:command")) return null;
  const t = await getTranslations("waves.admin");
  switch (wave.status) {
    case "draft":
      return (
        <Card title={t("commands")}>
          <DraftForms wave={wave} />
        </Card>
      );
    case "scheduled":
      return (
        <Card title={t("commands")}>
          <ScheduledForms wave={wave} />
        </Card>
      );
    case "open":
      return (
        <Card title={t("commands")}>
          {wave.closesAt <= (await programmeNow()) ? (
            <Notice title={t("closingSoon")}>{t("closingSoonText")}</Notice>
          ) : (
            <ClosingForms wave={wave} accountId={actor.accountId} />
          )}
        </Card>
      );
    default:
      return null;
  }
}

async function DraftForms({ wave }: { readonly wave: ListedWave }) {
  const t = await getTranslations("waves.admin");
  const opens = formatMoment(wave.opensAt, await currentLocale());
  return (
    <>
      <WaveCommandForm
        action={scheduleWaveAction}
        waveId={wave.id}
        commandKey={newCommandKey()}
        submit={t("schedule")}
        text={t("draftText", { moment: opens })}
        canBeTakenBack
      />
      <EditLink wave={wave} />
    </>
  );
}

async function ScheduledForms({ wave }: { readonly wave: ListedWave }) {
  const t = await getTranslations("waves.admin");
  const locale = await currentLocale();
  const times = { opens: formatMoment(wave.opensAt, locale), closes: formatMoment(wave.closesAt, locale) };
  return (
    <>
      <p>{t("scheduledText", times)}</p>
      <WaveCommandForm
        action={openWaveAction}
        waveId={wave.id}
        commandKey={newCommandKey()}
        submit={t("openNow")}
        text={t("openText")}
      />
      <div className="grid gap-6 border-t border-line pt-6">
        <WaveCommandForm
          action={unscheduleWaveAction}
          waveId={wave.id}
          commandKey={newCommandKey()}
          submit={t("unschedule")}
          text={t("unscheduleText")}
          canBeTakenBack
        />
        <EditLink wave={wave} />
      </div>
    </>
  );
}

async function EditLink({ wave }: { readonly wave: ListedWave }) {
  const t = await getTranslations("waves.admin");
  return (
    <div>
      <LinkButton href={`/admin/gelombang/${wave.id}/ubah`} variant="secondary" icon="calendar">
        {t("edit")}
      </LinkButton>
    </div>
  );
}
