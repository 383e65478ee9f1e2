import type { NavItem } from "#ui/patterns/shell-parts.tsx";
import { Icon } from "#ui/primitives/icon.tsx";

/** The bar at the foot of phones. Gives way on very small or enlarged screens, where the menu has it all. */
export function TabBar({ label, items }: { readonly label: string; readonly items: readonly NavItem[] }) {
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-10 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] max-[20rem]:hidden lg:hidden print:hidden"
    >
      <ul className="mx-auto grid max-w-page auto-cols-fr grid-flow-col">
        {items.map((item) => (
          <li key={item.href} className="min-w-0">
            <a
              href={item.href}
              aria-current={item.current ? "page" : undefined}
              className="grid min-h-16 place-items-center content-center gap-0.5 border-t-4 border-transparent px-0.5 pb-1 text-center text-sm leading-tight tracking-tight text-ink-soft aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-brand"
            >
              {item.icon ? <Icon name={item.icon} /> : null}
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
