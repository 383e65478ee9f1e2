import type { ReactNode } from "react";
import { RadioGroup, type RadioOption } from "#ui/primitives/radio-group.tsx";

type QuestionCardProps = {
  /** The field's name in the form. */
  readonly name: string;
  /** "Soal 4 dari 20". */
  readonly numberText: string;
  /** What the test measures here: "Literasi". */
  readonly section?: string;
  /** The time that is left: text, with <count-down> around it. */
  readonly timer?: ReactNode;
  /** A text, table or picture to read first. */
  readonly passage?: ReactNode;
  readonly question: ReactNode;
  readonly hint?: ReactNode;
  readonly options: readonly RadioOption[];
  readonly chosen?: string;
};

/** One question of a test; goes inside a form. */
export function QuestionCard(props: QuestionCardProps) {
  const { name, numberText, section, timer, passage, question, hint, options, chosen } = props;
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b-2 border-line pb-3">
        <p className="font-semibold">
          {numberText}
          {section ? <span className="font-normal text-ink-soft"> · {section}</span> : null}
        </p>
        {timer ? <div className="font-semibold tabular-nums">{timer}</div> : null}
      </div>
      {passage ? <div className="petal border-s-4 border-accent bg-surface p-5">{passage}</div> : null}
      <RadioGroup
        name={name}
        label={<span className="text-lg">{question}</span>}
        hint={hint}
        options={options}
        defaultValue={chosen}
      />
    </div>
  );
}
