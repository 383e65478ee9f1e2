import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountPage, OtherWay } from "#app/(account)/account-page.tsx";
import { SignOutForm } from "#app/frames/sign-out-form.tsx";
import {
  ConfirmPresenceForm,
  SandboxPresenceForm,
  SendCodeForm,
} from "#features/partner-api/components/presence-forms.tsx";
import { findPresencePage } from "#features/partner-api/queries/presence.ts";
import type { PresencePage } from "#features/partner-api/types/presence.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { currentActor } from "#platform/web/session.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partner-api.presence");
  return { title: t("title"), description: t("lead"), robots: { index: false } };
}

type Props = {
  readonly params: Promise<{ readonly state: string }>;
  readonly searchParams: Promise<{ readonly kode?: string; readonly selesai?: string }>;
};

/** Where a provider sends a participant to show presence: signed in, a code on the phone, and back to the provider. */
export default async function ShowPresencePage({ params, searchParams }: Props) {
  const [{ state }, { kode, selesai }, actor] = await Promise.all([params, searchParams, currentActor()]);
  const page = await findPresencePage(state, {
    participantId: actor.role === "participant" ? actor.participantId : null,
    hasJustConfirmed: selesai !== undefined,
    now: await programmeNow(),
  });
  if (page.kind === "sign-in" && actor.role === "visitor") {
    redirect(`/masuk?kembali=${encodeURIComponent(`/kehadiran/${state}`)}`);
  }
  if (page.kind === "closed" && page.reason === "unknown") notFound();
  if (page.kind === "done") return <Done page={page} />;
  if (page.kind === "open") return <Open page={page} state={state} hasCode={kode !== undefined} />;
  return <Closed page={page.kind === "closed" ? page : { reason: "foreign", back: null }} />;
}

type OpenProps = {
  readonly page: Extract<PresencePage, { kind: "open" }>;
  readonly state: string;
  readonly hasCode: boolean;
};

async function Open({ page, state, hasCode }: OpenProps) {
  const t = await getTranslations("partner-api.presence");
  const { training, channel } = page;
  const until = formatMoment(page.expiresAt, await currentLocale());
  return (
    <AccountPage
      title={t("title")}
      lead={t("lead")}
      notice={
        page.isSandbox ? (
          <Notice tone="warning">{t("sandbox")}</Notice>
        ) : hasCode && channel ? (
          <Notice tone="success" live>
            {t("sent", { channel })}
          </Notice>
        ) : null
      }
      below={<OtherWay href={page.leave} label={t("leave")} />}
    >
      <div className="grid gap-6">
        <SummaryList
          rows={[
            ...(training
              ? [
                  { label: t("training"), value: training.title },
                  { label: t("provider"), value: training.provider },
                ]
              : []),
            {
              label: t("part"),
              value: page.sequence === 999 ? t("postTest") : t("stage", { sequence: page.sequence }),
            },
            { label: t("until"), value: until },
          ]}
        />
        {channel ? (
          <CodeSteps state={state} hasCode={hasCode} channel={channel} />
        ) : (
          <>
            <p>{t("sandboxHow")}</p>
            <SandboxPresenceForm state={state} />
          </>
        )}
      </div>
    </AccountPage>
  );
}

type StepsProps = {
  readonly state: string;
  readonly hasCode: boolean;
  readonly channel: "sms" | "email";
};

/** First the code is sent, then it is typed. */
async function CodeSteps({ state, hasCode, channel }: StepsProps) {
  const t = await getTranslations("partner-api.presence");
  if (!hasCode) {
    return (
      <>
        <p>{t("how", { channel })}</p>
        <SendCodeForm state={state} />
      </>
    );
  }
  return (
    <>
      <ConfirmPresenceForm state={state} />
      <SendCodeForm state={state} isAgain />
    </>
  );
}

/** A form's answer may not lead to another site, so the page itself goes on: by itself, or by the button. */
async function Done({ page }: { readonly page: Extract<PresencePage, { kind: "done" }> }) {
  const t = await getTranslations("partner-api.presence");
  return (
    <>
      <meta httpEquiv="refresh" content={`0;url=${page.goOn}`} />
      <AccountPage title={t(page.isPresent ? "doneTitle" : "title")}>
        <div className="grid justify-items-start gap-6">
          <p>{t(page.isPresent ? "doneText" : "absentText")}</p>
          <LinkButton href={page.goOn}>{t("goOn")}</LinkButton>
        </div>
      </AccountPage>
    </>
  );
}

type ClosedProps = {
  readonly page: Pick<Extract<PresencePage, { kind: "closed" }>, "reason" | "back">;
};

async function Closed({ page: { reason, back } }: ClosedProps) {
  const t = await getTranslations("partner-api.presence");
  return (
    <AccountPage title={t(`closed.${reason}.title`)}>
      <div className="grid justify-items-start gap-6">
        <p>{t(`closed.${reason}.text`)}</p>
        {reason === "foreign" ? <SignOutForm /> : null}
        {back ? (
          <LinkButton href={back}>{t("goOn")}</LinkButton>
        ) : (
          <LinkButton href="/pelatihan-saya" variant="secondary">
            {t("trainings")}
          </LinkButton>
        )}
      </div>
    </AccountPage>
  );
}
