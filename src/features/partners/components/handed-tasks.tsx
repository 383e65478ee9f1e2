import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { Tag, type Tone } from "#ui/primitives/tag.tsx";
import type { HandedTask } from "../types/participant.ts";
import { taskName } from "./tasks.tsx";

/** The tasks that a participant handed in at the provider's, and what the trainer wrote about each. */
export async function HandedTasks({ tasks }: { readonly tasks: readonly HandedTask[] }) {
  const t = await getTranslations("partners.handedTasks");
  if (tasks.length === 0) return null;
  return (
    <Card title={t("title")}>
      <ul className="flex flex-col gap-5">
        {tasks.map((task) => (
          <HandedTaskItem key={task.id} task={task} />
        ))}
      </ul>
    </Card>
  );
}

async function HandedTaskItem({ task }: { readonly task: HandedTask }) {
  const t = await getTranslations("partners.handedTasks");
  const locale = await currentLocale();
  const { feedback, feedbackAt, submittedAt } = task;
  const state = feedbackAt ? "answered" : task.state;
  return (
    <li className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-semibold">{await taskName(task)}</span>
        <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>
      </div>
      <p className="text-sm text-ink-soft">{t("handedIn", { at: formatMoment(submittedAt, locale) })}</p>
      {feedbackAt ? (
        <blockquote className="border-l-4 border-line pl-3">
          <p className="whitespace-pre-line break-words">{feedback ?? t("feedbackWithoutWords")}</p>
          <footer className="mt-1 text-sm text-ink-soft">
            {t("trainer", { at: formatMoment(feedbackAt, locale) })}
          </footer>
        </blockquote>
      ) : (
        <p>{t(`texts.${task.state}`)}</p>
      )}
    </li>
  );
}

const tones: Record<HandedTask["state"] | "answered", Tone> = {
  checking: "info",
  taken: "info",
  failed: "danger",
  answered: "success",
};
