import type { ReactNode } from "react";
import { classNames } from "#ui/primitives/class-names.ts";
import { Icon, type IconName } from "#ui/primitives/icon.tsx";

export type NavItem = {
  readonly href: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly current?: boolean;
};

export type LanguageLink = { readonly href: string; readonly label: string; readonly lang: string };

/** The sentences of a shell. */
export type ShellTexts = {
  /** "Simulasi - bukan situs resmi pemerintah". */
  readonly simulation: string;
  /** "Langsung ke isi". */
  readonly skip: string;
  readonly brand: string;
  readonly tagline?: string;
  /** The name of the navigation landmark. */
  readonly nav: string;
  /** The word on the menu of phones. */
  readonly menu: string;
  readonly footer: ReactNode;
};

export function SkipLink({ text }: { readonly text: string }) {
  return (
    <a
      href="#isi"
      className="absolute start-3 top-2 z-30 -translate-y-20 bg-surface px-4 py-3 font-semibold text-brand focus:translate-y-0"
    >
      {text}
    </a>
  );
}

export function SimulationBanner({ text }: { readonly text: string }) {
  return (
    <p className="flex items-center justify-center gap-2 bg-accent px-2 py-1 text-center text-sm font-semibold text-on-accent print:border-b">
      <Icon name="info" size={18} className="max-sm:hidden" />
      {text}
    </p>
  );
}

export function LanguageSwitch({ href, label, lang }: LanguageLink) {
  return (
    <a
      href={href}
      hrefLang={lang}
      lang={lang}
      className="inline-flex min-h-11 items-center gap-2 px-2 underline-offset-4 hover:underline"
    >
      <Icon name="globe" size={20} />
      {label}
    </a>
  );
}

/** A column of links, for the side and for the menu of phones. */
export function NavColumn({
  items,
  dense,
}: {
  readonly items: readonly NavItem[];
  readonly dense?: boolean;
}) {
  return (
    <ul className="grid gap-0.5">
      {items.map((item) => (
        <li key={item.href}>
          <a
            href={item.href}
            aria-current={item.current ? "page" : undefined}
            className={classNames(
              "petal-sm flex items-center gap-3 px-3 hover:bg-brand-soft",
              dense ? "min-h-10 text-xs" : "min-h-12",
              item.current && "bg-brand-soft font-semibold text-brand",
            )}
          >
            {item.icon ? <Icon name={item.icon} size={dense ? 20 : 24} /> : null}
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

type FooterProps = {
  readonly children: ReactNode;
  readonly links?: readonly NavItem[];
  readonly language?: LanguageLink;
};

export function ShellFooter({ children, links = [], language }: FooterProps) {
  return (
    <footer className="border-t border-line py-8 text-sm text-ink-soft print:hidden">
      <div className="mx-auto grid max-w-wide gap-4 px-4 sm:px-6">
        <div className="flex flex-wrap items-center gap-x-6">
          {links.map((link) => (
            <a key={link.href} href={link.href} className="link inline-flex min-h-11 items-center">
              {link.label}
            </a>
          ))}
          {language ? (
            <div className="-ms-2">
              <LanguageSwitch {...language} />
            </div>
          ) : null}
        </div>
        <div className="max-w-text">{children}</div>
      </div>
    </footer>
  );
}

/** Comfort for people's pages; the front door keeps this script and no other. */
export function ComfortScript({ nonce }: { readonly nonce?: string }) {
  return <script src="/elements/comfort.js" type="module" nonce={nonce} data-keep="" />;
}
