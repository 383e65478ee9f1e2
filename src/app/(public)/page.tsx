import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Disclosure } from "#ui/primitives/disclosure.tsx";
import { Icon } from "#ui/primitives/icon.tsx";
import { Illustration } from "#ui/primitives/illustration.tsx";
import { Steps } from "#ui/primitives/steps.tsx";
import { PublicFrame } from "../frames/public-frame.tsx";

const STEPS = ["register", "wave", "choose", "follow", "review", "incentive", "survey"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home.landing");
  return { description: t("lead") };
}

/** The front page: what it is, what one needs, and where to begin. */
export default async function LandingPage() {
  const t = await getTranslations("home");
  return (
    <PublicFrame hero={<Hero />} width="wide">
      <div className="grid gap-10 lg:grid-cols-2 lg:gap-16">
        <section aria-labelledby="langkah" className="grid content-start gap-5">
          <h2 id="langkah">{t("landing.stepsTitle")}</h2>
          <Steps
            items={STEPS.map((step) => ({
              label: t(`steps.${step}`),
              note: t(`stepNotes.${step}`),
              state: "todo",
            }))}
            stateTexts={{ done: t("states.done"), current: t("states.current"), todo: "" }}
          />
        </section>
        <div className="grid content-start gap-6">
          <Needs />
          <Card title={t("landing.lightTitle")} look="plain">
            <p>{t("landing.light")}</p>
          </Card>
          <Card title={t("landing.fairTitle")} look="plain">
            <p>{t("landing.fair")}</p>
          </Card>
        </div>
      </div>
      <Questions />
    </PublicFrame>
  );
}

async function Hero() {
  const t = await getTranslations("home.landing");
  return (
    <div className="grid items-center gap-8 md:grid-cols-[3fr_2fr]">
      <div className="grid gap-5">
        <h1>{t("title")}</h1>
        <p className="max-w-text text-lg">{t("lead")}</p>
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/daftar" variant="accent" size="large" iconAfter="arrow-right">
            {t("start")}
          </LinkButton>
          <a
            href="/masuk"
            className="inline-flex min-h-14 items-center px-3 font-semibold text-on-band underline underline-offset-4"
          >
            {t("signIn")}
          </a>
        </div>
      </div>
      <Illustration scene="welcome" className="mx-auto w-full max-w-80 max-md:hidden" />
    </div>
  );
}

async function Needs() {
  const t = await getTranslations("home.landing");
  const needs = [
    ["identity", "card"],
    ["email", "bell"],
    ["phone", "check"],
    ["photo", "camera"],
  ] as const;
  return (
    <Card title={t("needTitle")}>
      <ul className="grid gap-3">
        {needs.map(([need, icon]) => (
          <li key={need} className="flex gap-3">
            <Icon name={icon} className="flex-none text-brand" />
            {t(`need.${need}`)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

async function Questions() {
  const t = await getTranslations("home.landing");
  return (
    <section aria-labelledby="pertanyaan" className="grid max-w-page gap-4">
      <h2 id="pertanyaan">{t("questionsTitle")}</h2>
      {(["cost", "first", "late"] as const).map((question) => (
        <Disclosure key={question} summary={t(`questions.${question}.q`)}>
          <p>{t(`questions.${question}.a`)}</p>
        </Disclosure>
      ))}
      <p>
        <a href="/pelatihan" className="link">
          {t("browse")}
        </a>
      </p>
    </section>
  );
}
