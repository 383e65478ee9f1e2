import { getTranslations } from "next-intl/server";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";

const COMMANDS = ["node periksa.mjs .", "python3 periksa.py ."];

/** How a draw comes about, and how anybody checks one proof or all of it. */
export async function CheckGuide() {
  const t = await getTranslations("draw-proof.check");
  return (
    <>
      <Card title={t("how")}>
        <ol className="grid list-decimal gap-3 ps-6">
          {(["how1", "how2", "how3", "how4"] as const).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ol>
      </Card>
      <Card title={t("own")}>
        <ol className="grid list-decimal gap-3 ps-6">
          {(["own1", "own2", "own3"] as const).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ol>
        <div>
          <LinkButton href="/undian/periksa-bukti.html" download="periksa-bukti.html" icon="download" wide>
            {t("page")}
          </LinkButton>
        </div>
      </Card>
      <Card title={t("whole")}>
        <ol className="grid list-decimal gap-3 ps-6">
          <li>{t("whole1")}</li>
          <li>{t("whole2")}</li>
          <li>{t("whole3")}</li>
        </ol>
        <pre className="petal-sm overflow-x-auto border border-line bg-sunken px-4 py-3 font-mono">
          {COMMANDS.join("\n")}
        </pre>
        <div className="flex flex-wrap gap-3">
          <LinkButton
            href="/undian/periksa.mjs"
            download="periksa.mjs"
            variant="secondary"
            icon="download"
            wide
          >
            {t("node")}
          </LinkButton>
          <LinkButton
            href="/undian/periksa.py"
            download="periksa.py"
            variant="secondary"
            icon="download"
            wide
          >
            {t("python")}
          </LinkButton>
        </div>
        <p>{t("whole4")}</p>
        <p className="text-ink-soft">{t("large")}</p>
        <p className="text-ink-soft">{t("rule")}</p>
      </Card>
    </>
  );
}
