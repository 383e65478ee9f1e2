"use client";

import { FieldGroup, type FieldWords } from "#ui/primitives/field-frame.tsx";
import { useField } from "#ui/primitives/form-context.ts";
import { Icon } from "#ui/primitives/icon.tsx";

type StarRatingProps = FieldWords & {
  /** The meaning of one star, two stars and so on: "1 bintang, sangat kurang". */
  readonly starTexts: readonly string[];
  readonly lowText?: string;
  readonly highText?: string;
  readonly defaultValue?: number;
  readonly required?: boolean;
};

/** Radio buttons dressed as stars: the stars up to the chosen one are lit by CSS alone. */
export function StarRating({
  name,
  label,
  hint,
  optionalText,
  starTexts,
  lowText,
  highText,
  defaultValue,
  required,
}: StarRatingProps) {
  const { error, typed } = useField(name, hint);
  const chosen = typed ?? defaultValue?.toString();
  return (
    <FieldGroup name={name} label={label} hint={hint} optionalText={optionalText} error={error}>
      <div className="grid w-fit gap-1">
        <div className="stars flex gap-1">
          {starTexts.map((text, index) => (
            <label
              key={text}
              className="choice petal-sm relative grid size-12 cursor-pointer place-items-center border-2 border-line bg-surface text-ink-soft"
            >
              <input
                id={index === 0 ? name : `${name}-${index + 1}`}
                type="radio"
                name={name}
                value={index + 1}
                defaultChecked={String(index + 1) === chosen}
                required={required}
                className="absolute inset-0 size-full cursor-pointer opacity-0"
              />
              <Icon name="star" size={28} />
              <span className="sr-only">{text}</span>
            </label>
          ))}
        </div>
        {lowText || highText ? (
          <div aria-hidden="true" className="flex justify-between text-sm text-ink-soft">
            <span>{lowText}</span>
            <span>{highText}</span>
          </div>
        ) : null}
      </div>
    </FieldGroup>
  );
}
