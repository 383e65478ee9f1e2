import { getTranslations } from "next-intl/server";
import { formatDay, formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { KawungBand } from "#ui/patterns/kawung-band.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Money } from "#ui/primitives/money.tsx";
import { showCardAction } from "../actions.ts";
import type { CardShowings, InductionState, RecipientCard } from "../types.ts";

type ShownNumber = { readonly number: string; readonly until: Date };

type RecipientCardPanelProps = {
  readonly card: RecipientCard;
  /** The 16 digits, when the person has asked to see them now. */
  readonly shown: ShownNumber | null;
  readonly showings: CardShowings;
  readonly induction: InductionState;
  readonly balance: bigint;
};

/** The card as one holds it: the balance, and the number only on request. */
export async function RecipientCardPanel(props: RecipientCardPanelProps) {
  const { card, shown, balance } = props;
  const t = await getTranslations("balance");
  const locale = await currentLocale();
  return (
    <section aria-labelledby="kartu" className="grid items-start gap-6 md:grid-cols-[minmax(0,26rem)_1fr]">
      <div className="petal relative grid gap-6 overflow-hidden bg-band p-6 text-on-band shadow-raised">
        <KawungBand id="kawung-kartu" className="absolute inset-0 text-band-line print:hidden" />
        <div className="relative flex flex-wrap items-start justify-between gap-2">
          <h2 id="kartu" className="text-lg">
            {t("card.title")}
          </h2>
          <span className="petal-sm bg-accent px-2.5 py-0.5 text-sm font-semibold text-on-accent">
            {t("card.simulation")}
          </span>
        </div>
        <p className="relative grid gap-0.5">
          <span className="text-sm">{t("amount.label")}</span>
          <Money amount={balance} size="huge" />
        </p>
        <p className="relative grid gap-0.5">
          <span className="text-sm">{t("card.number")}</span>
          <CardNumber number={shown?.number ?? null} hidden={t("card.hidden")} />
        </p>
        <p className="relative text-sm">{t("card.issued", { day: formatDay(card.issuedAt, locale) })}</p>
      </div>
      <div className="grid content-start gap-4">
        <p>{t("card.secret")}</p>
        {shown ? <Shown until={shown.until} /> : <Hidden {...props} />}
      </div>
    </section>
  );
}

async function Shown({ until }: Pick<ShownNumber, "until">) {
  const t = await getTranslations("balance.card");
  return (
    <>
      <p>{t("until", { until: formatShort(until, await currentLocale()) })}</p>
      <div>
        <LinkButton href="/saldo" variant="secondary">
          {t("hide")}
        </LinkButton>
      </div>
    </>
  );
}

/** Before the introduction is done there is nothing to ask for; afterwards every showing is counted for its owner to see. */
async function Hidden({ card, showings, induction }: RecipientCardPanelProps) {
  const t = await getTranslations("balance.card");
  const shell = await getTranslations("shell.form");
  if (!induction.isDone && !card.shownAt) {
    return (
      <>
        <p>{t("locked")}</p>
        <div>
          <LinkButton href="/induksi" icon="play">
            {t(induction.parts.length > 0 ? "goOn" : "lockedAction")}
          </LinkButton>
        </div>
      </>
    );
  }
  const last = showings.lastAt ? formatShort(showings.lastAt, await currentLocale()) : "";
  return (
    <>
      <ActionForm
        action={showCardAction}
        commandKey={newCommandKey()}
        errorTitle={shell("errorTitle")}
        label={t("number")}
      >
        <div>
          <SubmitButton variant="secondary" icon="card" busyText={t("showing")}>
            {t("show")}
          </SubmitButton>
        </div>
      </ActionForm>
      <p className="text-ink-soft">{t("showings", { count: showings.count, last })}</p>
    </>
  );
}

/** In groups of four for the eye; a reader hears digit by digit. */
function CardNumber({ number, hidden }: { readonly number: string | null; readonly hidden: string }) {
  const groups = number?.match(/\d{4}/g) ?? ["••••", "••••", "••••", "••••"];
  return (
    <strong className="font-mono text-xl tracking-wide whitespace-nowrap max-[24rem]:text-lg">
      <span aria-hidden="true" className="select-all">
        {groups.join(" ")}
      </span>
      <span className="sr-only">{number ? [...number].join(" ") : hidden}</span>
    </strong>
  );
}
