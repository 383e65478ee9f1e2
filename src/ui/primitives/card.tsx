import type { ReactNode } from "react";
import { classNames } from "#ui/primitives/class-names.ts";

type CardProps = {
  readonly title?: ReactNode;
  /** The level of the title in the page's outline. */
  readonly level?: 2 | 3;
  /** At the right of the title: a tag, a link. */
  readonly aside?: ReactNode;
  readonly footer?: ReactNode;
  /** "plain" has no box; "sunken" recedes. */
  readonly look?: "raised" | "sunken" | "plain";
  readonly children: ReactNode;
};

const looks = {
  raised: "petal border border-line bg-surface p-5 shadow-raised sm:p-6",
  sunken: "petal bg-sunken p-5 sm:p-6",
  plain: "",
} as const;

export function Card({ title, level = 2, aside, footer, look = "raised", children }: CardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={classNames("grid gap-4 content-start min-w-0", looks[look])}>
      {title ? (
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <Heading>{title}</Heading>
          {aside}
        </div>
      ) : null}
      {children}
      {footer ? <div className="border-t border-line pt-4">{footer}</div> : null}
    </section>
  );
}
