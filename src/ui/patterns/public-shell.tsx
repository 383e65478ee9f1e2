import type { ReactNode } from "react";
import { KawungBand } from "#ui/patterns/kawung-band.tsx";
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
import { Icon } from "#ui/primitives/icon.tsx";

type PublicShellProps = {
  readonly texts: ShellTexts;
  readonly nav: readonly NavItem[];
  readonly language?: LanguageLink;
  /** At the right of the header: sign in, sign up. */
  readonly actions?: ReactNode;
  /** A full-width opening above the content, on the deep band; may hold the page's h1. */
  readonly hero?: ReactNode;
  readonly footerLinks?: readonly NavItem[];
  /** "page" for reading and forms, "wide" for grids. */
  readonly width?: "page" | "wide";
  readonly nonce?: string;
  readonly children: ReactNode;
};

export function PublicShell({
  texts,
  nav,
  language,
  actions,
  hero,
  footerLinks,
  width = "page",
  nonce,
  children,
}: PublicShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink text={texts.skip} />
      <header>
        <SimulationBanner text={texts.simulation} />
        <div className="relative bg-band text-on-band print:hidden">
          <div className="mx-auto flex max-w-wide items-center gap-x-2 px-4 sm:gap-x-4 py-2.5 sm:px-6">
            <Logo name={texts.brand} tagline={texts.tagline} href="/" />
            <nav aria-label={texts.nav} className="ms-auto max-md:hidden">
              <ul className="flex">
                {nav.map((item) => (
                  <li key={item.href}>
                    <a
                      href={item.href}
                      aria-current={item.current ? "page" : undefined}
                      className="inline-flex min-h-11 items-center px-3 decoration-accent decoration-2 underline-offset-8 hover:underline aria-[current]:underline"
                    >
                      {item.label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <div className="flex flex-none items-center gap-2 max-md:ms-auto">
              <div className="max-md:hidden">{language ? <LanguageSwitch {...language} /> : null}</div>
              {actions}
              <details className="md:hidden">
                <summary className="flex min-h-11 min-w-11 items-center justify-center gap-2 font-semibold">
                  <Icon name="menu" />
                  <span className="max-[26rem]:sr-only">{texts.menu}</span>
                </summary>
                <nav
                  aria-label={texts.menu}
                  className="absolute inset-x-0 top-full z-20 grid gap-2 border-b border-line bg-surface p-3 text-ink shadow-raised"
                >
                  <NavColumn items={nav} />
                  {language ? <LanguageSwitch {...language} /> : null}
                </nav>
              </details>
            </div>
          </div>
        </div>
      </header>
      <main id="isi" tabIndex={-1} className="flex-1">
        {hero ? (
          <div className="relative overflow-hidden bg-band text-on-band">
            <KawungBand id="kawung-hero" className="absolute inset-0 text-band-line" />
            <div className="relative mx-auto max-w-wide px-4 py-10 sm:px-6 md:py-16">{hero}</div>
          </div>
        ) : (
          <div className="h-5 overflow-hidden bg-band print:hidden">
            <KawungBand id="kawung-strip" className="text-band-line" />
          </div>
        )}
        <div
          className={`mx-auto grid gap-8 px-4 py-8 sm:px-6 md:py-12 ${width === "wide" ? "max-w-wide" : "max-w-page"}`}
        >
          {children}
        </div>
      </main>
      <ShellFooter links={footerLinks} language={language}>
        {texts.footer}
      </ShellFooter>
      <ComfortScript nonce={nonce} />
    </div>
  );
}
