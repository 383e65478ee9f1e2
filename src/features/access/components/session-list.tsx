import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Tag } from "#ui/primitives/tag.tsx";
import { endSessionAction } from "../actions/security.ts";
import type { SessionLine } from "../types.ts";
import { PressForm } from "./press-form.tsx";

/** Every browser that is signed in, this one first. */
export async function SessionList({ sessions }: { readonly sessions: readonly SessionLine[] }) {
  const lines = sessions.toSorted((one, other) => Number(other.isThis) - Number(one.isThis));
  return (
    <ul className="grid gap-4">
      {lines.map((session) => (
        <li key={session.id} className="grid gap-2 border-t border-line pt-4 first:border-t-0 first:pt-0">
          <SessionFacts session={session} />
        </li>
      ))}
    </ul>
  );
}

/** As the books write ::1 and 127.0.0.1: the portal and the browser run on the same machine. */
function isLoopback(network: string): boolean {
  return network === "1:x" || network.startsWith("127.");
}

async function SessionFacts({ session }: { readonly session: SessionLine }) {
  const t = await getTranslations("access.security");
  const locale = await currentLocale();
  const device = t("device", {
    browser: session.browser ?? t("unknownBrowser"),
    system: session.system ?? t("unknownSystem"),
  });
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        {device}
        {session.isThis ? <Tag tone="success">{t("thisDevice")}</Tag> : null}
      </p>
      <ul className="grid gap-1 text-sm text-ink-soft">
        <li>{t("since", { when: formatMoment(session.startedAt, locale) })}</li>
        <li>{t("seen", { when: formatMoment(session.lastSeenAt, locale) })}</li>
        <li>{isLoopback(session.network) ? t("ownNetwork") : t("network", { network: session.network })}</li>
      </ul>
      {session.isThis ? null : (
        <PressForm action={endSessionAction} id={session.id} label={t("end")} busyText={t("endBusy")} />
      )}
    </>
  );
}
