import type { ReactNode } from "react";
import { CourseCover } from "#ui/primitives/course-cover.tsx";
import { Icon } from "#ui/primitives/icon.tsx";
import { Money } from "#ui/primitives/money.tsx";

type CourseCardProps = {
  readonly href: string;
  readonly title: string;
  readonly level?: 2 | 3;
  readonly provider: string;
  readonly platform?: string;
  readonly price: bigint;
  readonly freeText?: string;
  /** "15 jam", in words. */
  readonly hours: string;
  /** "4,7 dari 5 (128 ulasan)", in words. */
  readonly rating?: string;
  /** "Sisa 12 kursi", or nothing. */
  readonly seats?: string;
  /** Tags: the mode, "Sudah dibeli". */
  readonly tags?: ReactNode;
  readonly cover: { readonly code: string; readonly hue: number };
};

/** The whole card leads to the course, by one link. */
export function CourseCard(props: CourseCardProps) {
  const {
    href,
    title,
    level = 2,
    provider,
    platform,
    price,
    freeText,
    hours,
    rating,
    seats,
    tags,
    cover,
  } = props;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article className="choice petal relative flex flex-col overflow-hidden border border-line bg-surface shadow-raised hover:border-brand">
      <CourseCover {...cover} />
      <div className="flex flex-1 flex-col gap-3 p-5">
        {tags ? <div className="flex flex-wrap gap-2">{tags}</div> : null}
        <Heading className="text-lg">
          <a href={href} className="after:absolute after:inset-0 hover:underline">
            {title}
          </a>
        </Heading>
        <p className="text-sm text-ink-soft">
          {provider}
          {platform ? <> · {platform}</> : null}
        </p>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <li className="flex items-center gap-1.5">
            <Icon name="clock" size={20} className="text-ink-soft" />
            {hours}
          </li>
          {rating ? (
            <li className="flex items-center gap-1.5">
              <Icon name="star" size={20} className="text-accent-strong" />
              {rating}
            </li>
          ) : null}
        </ul>
        <div className="mt-auto flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line pt-3">
          <Money amount={price} freeText={freeText} size="large" />
          {seats ? <span className="text-sm font-semibold text-warning">{seats}</span> : null}
        </div>
      </div>
    </article>
  );
}
