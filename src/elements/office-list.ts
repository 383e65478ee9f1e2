import { make } from "#elements/office-form.ts";
import type { Fields, QueuedRecord, Sent } from "#elements/office-sender.ts";

/** The sentences of the queue, written by the server into the page. */
export type OfficeWords = {
  readonly errorTitle: string;
  readonly saved: string;
  readonly savedAt: string;
  readonly edit: string;
  readonly remove: string;
  readonly removeSure: string;
  readonly open: string;
  readonly states: Readonly<Record<QueuedRecord["state"], string>>;
  readonly network: Readonly<Record<Sent, string>>;
  /** Code -> sentence. */
  readonly problems: Fields;
};

export function wordsOf(attribute: string | null): OfficeWords {
  return JSON.parse(attribute ?? "{}");
}

type Commands = { readonly edit: () => void; readonly remove: () => void };

const looks = {
  waiting: "border-info bg-info-soft text-info",
  refused: "border-danger bg-danger-soft text-danger",
  taken: "border-success bg-success-soft text-success",
} as const;

/** One record in the list: who (initials), when, how it stands, and what can be done. */
export function recordLine(record: QueuedRecord, words: OfficeWords, commands: Commands): HTMLElement {
  const line = make("li", "grid gap-2 border-b border-line py-3");
  line.dataset.state = record.state;
  const head = make("p", "flex flex-wrap items-center gap-3");
  head.append(
    make("strong", "", record.initials),
    make(
      "span",
      `petal-sm inline-block border px-2.5 py-0.5 font-semibold ${looks[record.state]}`,
      words.states[record.state],
    ),
    make("span", "text-ink-soft", words.savedAt.replace("{moment}", momentOf(record.savedAt))),
  );
  line.append(head);
  if (record.message) line.append(make("p", "text-danger", record.message));
  const reasons = Object.values(record.errors);
  if (reasons.length > 0) {
    const list = make("ul", "grid list-disc gap-1 ps-5 text-danger");
    list.append(...reasons.map((reason) => make("li", "", reason)));
    line.append(list);
  }
  line.append(buttonsOf(record, words, commands));
  return line;
}

function buttonsOf(record: QueuedRecord, words: OfficeWords, commands: Commands): HTMLElement {
  const row = make("div", "flex flex-wrap gap-3");
  if (record.page) {
    const link = make("a", "link inline-flex min-h-11 items-center", words.open);
    link.setAttribute("href", record.page);
    row.append(link);
  }
  if (record.state === "refused") row.append(button(words.edit, commands.edit));
  row.append(button(words.remove, commands.remove));
  return row;
}

function button(text: string, press: () => void): HTMLElement {
  const element = make(
    "button",
    "petal-sm inline-flex min-h-11 items-center border-2 border-transparent px-3 py-1 font-semibold text-brand underline underline-offset-4 hover:bg-brand-soft",
    text,
  );
  element.setAttribute("type", "button");
  element.addEventListener("click", press);
  return element;
}

function momentOf(moment: string): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Asia/Jakarta",
  }).format(new Date(moment));
}
