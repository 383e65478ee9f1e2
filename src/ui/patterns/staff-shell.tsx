import type { ReactNode } from "react";
import { Logo } from "#ui/patterns/logo.tsx";
import {
  type LanguageLink,
  LanguageSwitch,
  NavColumn,
  type NavItem,
  type ShellTexts,
  SimulationBanner,
  SkipLink,
} from "#ui/patterns/shell-parts.tsx";
import { Icon } from "#ui/primitives/icon.tsx";

export type NavGroup = { readonly title?: string; readonly items: readonly NavItem[] };

type StaffShellProps = {
  readonly texts: ShellTexts;
  /** "Kantor pusat", "Lembaga pelatihan", "Dinas": beside the name of the portal. */
  readonly office: string;
  readonly groups: readonly NavGroup[];
  readonly language?: LanguageLink;
  readonly user?: ReactNode;
  readonly homeHref: string;
  readonly children: ReactNode;
};

/** Denser than people's pages: long tables, many places to go. React runs here, so no comfort script does. */
export function StaffShell({ texts, office, groups, language, user, homeHref, children }: StaffShellProps) {
  return (
    <div className="flex min-h-dvh flex-col text-sm">
      <SkipLink text={texts.skip} />
      <header>
        <SimulationBanner text={texts.simulation} />
        <div className="relative z-20 bg-band text-on-band print:hidden">
          <div className="flex items-center gap-3 px-4 py-1.5">
            <Logo name={texts.brand} href={homeHref} />
            <span className="border-s border-band-line ps-3 max-sm:hidden">{office}</span>
            <div className="ms-auto flex items-center gap-3">
              <div className="flex items-center gap-3 max-lg:hidden">
                {language ? <LanguageSwitch {...language} /> : null}
                {user}
              </div>
              <details className="lg:hidden">
                <summary className="flex size-11 items-center justify-center">
                  <Icon name="menu" label={texts.menu} />
                </summary>
                <div className="absolute inset-x-0 top-full grid max-h-[75dvh] gap-3 overflow-y-auto border-b border-line bg-surface p-3 text-ink shadow-raised">
                  <GroupedNav label={texts.menu} groups={groups} />
                  <div className="flex flex-wrap items-center gap-3 border-t border-line px-3 pt-3">
                    {user}
                    {language ? <LanguageSwitch {...language} /> : null}
                  </div>
                </div>
              </details>
            </div>
          </div>
        </div>
      </header>
      <div className="flex flex-1">
        <div className="w-60 flex-none border-e border-line bg-surface p-3 max-lg:hidden print:hidden">
          <div className="sticky top-3">
            <GroupedNav label={texts.nav} groups={groups} />
          </div>
        </div>
        <main id="isi" tabIndex={-1} className="grid min-w-0 flex-1 content-start gap-6 p-4 lg:px-8 lg:py-6">
          {children}
        </main>
      </div>
      <footer className="border-t border-line px-4 py-3 text-xs text-ink-soft print:hidden">
        {texts.footer}
      </footer>
    </div>
  );
}

function GroupedNav({ label, groups }: { readonly label: string; readonly groups: readonly NavGroup[] }) {
  return (
    <nav aria-label={label} className="grid gap-4">
      {groups.map((group) => (
        <div key={group.title ?? group.items[0]?.href} className="grid gap-1">
          {group.title ? <p className="px-3 text-xs font-semibold text-ink-soft">{group.title}</p> : null}
          <NavColumn items={group.items} dense />
        </div>
      ))}
    </nav>
  );
}
