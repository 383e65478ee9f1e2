"use client";

import { useContext, useEffect, useRef, useState } from "react";
import { FormContext } from "#ui/primitives/form-context.ts";
import { Icon } from "#ui/primitives/icon.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";

type ProvincePlacesProps = {
  /** A field each, with what it holds now. */
  readonly fields: readonly { readonly name: string; readonly label: string; readonly value: string }[];
  /** The field of the whole. */
  readonly quotaField: string;
  readonly words: {
    readonly title: string;
    readonly text: string;
    readonly sum: string;
    readonly quota: string;
    readonly rest: string;
  };
  readonly start: { readonly sum: number; readonly quota: number };
};

/** The places of each province; while they are typed, they are added up beside the whole. */
export function ProvincePlaces({ fields, quotaField, words, start }: ProvincePlacesProps) {
  const { fieldErrors } = useContext(FormContext);
  const box = useRef<HTMLDetailsElement>(null);
  const [sums, setSums] = useState(start);
  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    const add = () => {
      const typed = new FormData(form);
      const read = (name: string) => Number(typed.get(name)) || 0;
      setSums({
        quota: read(quotaField),
        sum: fields.reduce((total, { name }) => total + read(name), 0),
      });
    };
    add();
    form.addEventListener("input", add);
    return () => form.removeEventListener("input", add);
  }, [fields, quotaField]);
  const isOpen = start.sum > 0 || fields.some(({ name }) => fieldErrors[name]);
  return (
    <details ref={box} open={isOpen} className="group petal-sm border border-line bg-surface">
      <summary className="flex min-h-12 items-center justify-between gap-4 px-4 py-2.5 font-semibold text-brand">
        <span>{words.title}</span>
        <Icon name="arrow-right" size={20} className="rotate-90 group-open:-rotate-90" />
      </summary>
      <div className="grid gap-4 border-t border-line px-4 py-4">
        <p>{words.text}</p>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {fields.map(({ name, label, value }) => (
            <TextField
              key={name}
              name={name}
              label={label}
              inputMode="numeric"
              width="short"
              defaultValue={value}
            />
          ))}
        </div>
        <Sums words={words} {...sums} />
      </div>
    </details>
  );
}

type SumsProps = {
  readonly words: ProvincePlacesProps["words"];
  readonly sum: number;
  readonly quota: number;
};

function Sums({ words, sum, quota }: SumsProps) {
  const rows = [
    [words.sum, sum],
    [words.quota, quota],
    [words.rest, quota - sum],
  ] as const;
  return (
    <dl className="grid gap-1 border-t-2 border-line-strong pt-3" aria-live="polite">
      {rows.map(([label, places]) => (
        <div key={label} className="flex justify-between gap-4">
          <dt>{label}</dt>
          <dd className={places < 0 ? "font-bold text-danger tabular-nums" : "font-semibold tabular-nums"}>
            {places}
          </dd>
        </div>
      ))}
    </dl>
  );
}
