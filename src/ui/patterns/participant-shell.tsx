import type { ReactNode } from "react";
import { Logo } from "#ui/patterns/logo.tsx";
import {
  ComfortScript,
  type LanguageLink,
  LanguageSwitch,
  NavColumn,
  type NavItem,
  ShellFooter,
  type ShellTexts,
  SimulationBanner,
  SkipLink,
} from "#ui/patterns/shell-parts.tsx";
import { TabBar } from "#ui/patterns/tab-bar.tsx";
import { Icon } from "#ui/primitives/icon.tsx";

export type Bell = { readonly href: string; readonly label: string; readonly count: number };

type ParticipantShellProps = {
  readonly texts: ShellTexts;
  readonly nav: readonly NavItem[];
  /** The four (at most five) places of the bar at the foot of phones; short labels. */
  readonly tabs: readonly NavItem[];
  readonly language?: LanguageLink;
  /** The name of the person, and a plain form to leave. */
  readonly user?: ReactNode;
  readonly bell?: Bell;
  readonly homeHref?: string;
  readonly footerLinks?: readonly NavItem[];
  readonly width?: "page" | "wide";
  readonly nonce?: string;
  readonly children: ReactNode;
};

export function ParticipantShell({
  texts,
  nav,
  tabs,
  language,
  user,
  bell,
  homeHref = "/beranda",
  footerLinks,
  width = "page",
  nonce,
  children,
}: ParticipantShellProps) {
  return (
    <div className="flex min-h-dvh flex-col max-lg:pb-20 print:pb-0">
      <SkipLink text={texts.skip} />
      <header>
        <SimulationBanner text={texts.simulation} />
        <div className="relative z-20 border-b-4 border-accent bg-band text-on-band print:hidden">
          <div className="mx-auto flex max-w-wide items-center gap-2 px-4 py-2.5 sm:px-6">
            <Logo name={texts.brand} href={homeHref} />
            <div className="ms-auto flex items-center gap-1">
              {bell ? <BellLink {...bell} /> : null}
              <div className="flex items-center gap-3 ps-2 max-lg:hidden">
                {language ? <LanguageSwitch {...language} /> : null}
                {user}
              </div>
              <details className="lg:hidden">
                <summary className="flex size-11 items-center justify-center">
                  <Icon name="menu" label={texts.menu} />
                </summary>
                <div className="absolute inset-x-0 top-full grid max-h-[75dvh] gap-3 overflow-y-auto border-b border-line bg-surface p-3 text-ink shadow-raised">
                  <nav aria-label={texts.menu}>
                    <NavColumn items={nav} />
                  </nav>
                  <div className="flex flex-wrap items-center justify-between gap-2 border-t border-line px-3 pt-3">
                    {user}
                    {language ? <LanguageSwitch {...language} /> : null}
                  </div>
                </div>
              </details>
            </div>
          </div>
        </div>
      </header>
      <div className="mx-auto w-full max-w-wide flex-1 gap-12 px-4 sm:px-6 lg:flex">
        <nav aria-label={texts.nav} className="w-60 flex-none py-10 max-lg:hidden print:hidden">
          <div className="sticky top-6">
            <NavColumn items={nav} />
          </div>
        </nav>
        <main
          id="isi"
          tabIndex={-1}
          className={`grid min-w-0 flex-1 content-start gap-8 py-8 max-lg:mx-auto lg:py-10 ${width === "wide" ? "" : "max-w-page"}`}
        >
          {children}
        </main>
      </div>
      <ShellFooter links={footerLinks}>{texts.footer}</ShellFooter>
      <TabBar label={texts.nav} items={tabs} />
      <ComfortScript nonce={nonce} />
    </div>
  );
}

function BellLink({ href, label, count }: Bell) {
  return (
    <a href={href} className="relative flex size-11 items-center justify-center">
      <Icon name="bell" />
      <span className="sr-only">{label}</span>
      {count > 0 ? (
        <span
          aria-hidden="true"
          className="absolute end-0 top-0 min-w-6 rounded-full bg-accent px-1 text-center text-sm leading-6 font-bold text-on-accent"
        >
          {count > 99 ? "99+" : count}
        </span>
      ) : null}
    </a>
  );
}
