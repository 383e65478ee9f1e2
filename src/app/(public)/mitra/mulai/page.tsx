import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "#app/frames/public-frame.tsx";
import { CodeSample } from "#features/partner-api/components/code-sample.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Disclosure } from "#ui/primitives/disclosure.tsx";
import { readExamples } from "../examples.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partner-docs.start");
  return { title: t("title"), description: t("lead") };
}

const steps = ["credentials", "sign", "try", "provider", "platform", "signIn", "webhook"] as const;
/** How a signature is made, in the words of docs/partners.md. */
const RECIPE = `raw = client_code + timestamp + "POST" + path + [Authorization] + body
signature = hex(HMAC-SHA1(sign_key, raw))`;
const WEBHOOK = `pesan = webhook-id + "." + webhook-timestamp + "." + body
webhook-signature = "v1=" + hex(HMAC-SHA256(kunci_webhook, pesan))`;

/** From credentials to the first call in a quarter of an hour. */
export default async function StartPage() {
  const t = await getTranslations("partner-docs.start");
  const examples = await readExamples();
  return (
    <PublicFrame>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        aside={
          <LinkButton href="/mitra/referensi" variant="secondary">
            {t("reference")}
          </LinkButton>
        }
      />
      {steps.map((step, index) => (
        <Card key={step} title={t("step", { number: index + 1, title: t(`${step}.title`) })}>
          <p>{t(`${step}.text`)}</p>
          {step === "sign" ? <CodeSample label={t("sign.title")} code={RECIPE} /> : null}
          {step === "webhook" ? <CodeSample label={t("webhook.title")} code={WEBHOOK} /> : null}
          {step === "try"
            ? examples.map(({ language, href, code }) => (
                <Disclosure key={language} summary={language} open={language === "curl"}>
                  <CodeSample label={t("example", { language })} code={code} />
                  <a href={href} download className="link inline-flex min-h-11 w-fit items-center">
                    {t("download", { language })}
                  </a>
                </Disclosure>
              ))
            : null}
        </Card>
      ))}
    </PublicFrame>
  );
}
