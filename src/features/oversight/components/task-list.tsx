import { getTranslations } from "next-intl/server";
import { Card } from "#ui/primitives/card.tsx";
import { Icon } from "#ui/primitives/icon.tsx";
import type { OpenTask } from "../types.ts";

/** What waits for an operator, each with the way to it. */
export async function TaskList({ tasks }: { readonly tasks: readonly OpenTask[] }) {
  const t = await getTranslations("oversight.dashboard");
  return (
    <Card title={t("tasks")}>
      {tasks.length === 0 ? (
        <p className="flex items-center gap-2 text-ink-soft">
          <Icon name="check" size={20} /> {t("noTasks")}
        </p>
      ) : (
        <ul className="grid gap-3">
          {
            await Promise.all(
              tasks.map(async (task) => {
                const { text, href, link } = await wordsOf(task);
                return (
                  <li key={text} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
                    <span>{text}</span>
                    {href ? (
                      <a href={href} className="link inline-flex min-h-11 items-center">
                        {link}
                      </a>
                    ) : null}
                  </li>
                );
              }),
            )
          }
        </ul>
      )}
    </Card>
  );
}

async function wordsOf(task: OpenTask): Promise<{ text: string; href?: string; link?: string }> {
  const t = await getTranslations("oversight.dashboard");
  switch (task.kind) {
    case "wave-to-draw":
      return {
        text: t("task.waveToDraw", { number: task.number }),
        href: `/admin/gelombang/${task.waveId}`,
        link: t("taskLink.wave"),
      };
    case "wave-to-publish":
      return {
        text: t("task.waveToPublish", { number: task.number }),
        href: `/admin/gelombang/${task.waveId}`,
        link: t("taskLink.wave"),
      };
    case "no-wave-planned":
      return { text: t("task.noWavePlanned"), href: "/admin/gelombang/baru", link: t("taskLink.plan") };
    case "verifications-stuck":
      return { text: t("task.verificationsStuck", { count: task.count }) };
    case "payments-held":
      return {
        text: t("task.paymentsHeld", { count: task.count }),
        href: "/admin/keuangan",
        link: t("taskLink.money"),
      };
  }
}
