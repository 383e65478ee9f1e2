import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { endEverySessionAction } from "#features/access/actions/security.ts";
import { PasskeyList } from "#features/access/components/passkey-list.tsx";
import { PressForm } from "#features/access/components/press-form.tsx";
import { SessionList } from "#features/access/components/session-list.tsx";
import { findPasskeys, findSessions, viewFactor } from "#features/access/queries/security.ts";
import type { FactorView } from "#features/access/types.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import { requireInsider } from "./insider.ts";
import { SecurityFrame } from "./security-frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.security");
  return { title: t("title"), description: t("lead") };
}

type Query = Readonly<Record<string, string | string[] | undefined>>;
type Props = { readonly searchParams: Promise<Query> };

/** Who is signed in as this account, and by what. */
export default async function SecurityPage({ searchParams }: Props) {
  const { id, accountId } = await requireInsider();
  const t = await getTranslations("access.security");
  const [sessions, passkeys, factor] = await Promise.all([
    findSessions(accountId, id),
    findPasskeys(accountId),
    viewFactor(accountId, await programmeNow()),
  ]);
  return (
    <SecurityFrame title={t("title")} lead={t("lead")}>
      <WhatHappened query={await searchParams} />
      <FactorCard factor={factor} />
      <Card title={t("passwordTitle")}>
        <p>{t("passwordText")}</p>
        <div>
          <LinkButton href="/keamanan/sandi" variant="secondary" wide>
            {t("change")}
          </LinkButton>
        </div>
      </Card>
      <Card title={t("keysTitle")}>
        <p>{t("keysText")}</p>
        <PasskeyList passkeys={passkeys} />
      </Card>
      <Card title={t("devicesTitle")}>
        <p>{t("devicesText")}</p>
        <SessionList sessions={sessions} />
        <div className="grid gap-3 border-t border-line pt-4">
          <p className="text-ink-soft">{t("endAllText")}</p>
          <PressForm
            action={endEverySessionAction}
            label={t("endAll")}
            busyText={t("endBusy")}
            variant="danger"
          />
        </div>
      </Card>
    </SecurityFrame>
  );
}

async function FactorCard({ factor }: { readonly factor: FactorView }) {
  const t = await getTranslations("access.security");
  const { isOn, recoveryLeft, hasFreshCodes } = factor;
  return (
    <Card
      title={t("factorTitle")}
      aside={<Tag tone={isOn ? "success" : "neutral"}>{t(isOn ? "factorOnTag" : "factorOffTag")}</Tag>}
    >
      <p>{t(isOn ? "factorOn" : "factorOffText")}</p>
      {isOn ? <p>{t("codesLeft", { left: recoveryLeft })}</p> : null}
      <div className="flex flex-wrap gap-3">
        {hasFreshCodes ? (
          <LinkButton href="/keamanan/kode-pemulihan" wide>
            {t("seeCodes")}
          </LinkButton>
        ) : null}
        <LinkButton href="/keamanan/dua-langkah" variant={isOn ? "secondary" : "primary"} wide>
          {t(isOn ? "manageFactor" : "setUpFactor")}
        </LinkButton>
      </div>
    </Card>
  );
}

const happenings = [
  ["sandi", "baru", "passwordNew"],
  ["perangkat", "keluar", "deviceOut"],
  ["kode", "disimpan", "codesKept"],
  ["dua-langkah", "mati", "factorOff"],
  ["kunci", "baru", "keyNew"],
  ["kunci", "hapus", "keyGone"],
] as const;

async function WhatHappened({ query }: { readonly query: Query }) {
  const t = await getTranslations("access.security");
  const found = happenings.find(([name, value]) => query[name] === value);
  return found ? (
    <Notice tone="success" live>
      {t(found[2])}
    </Notice>
  ) : null;
}
