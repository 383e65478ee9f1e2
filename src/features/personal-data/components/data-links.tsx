import { getTranslations } from "next-intl/server";
import { Icon, type IconName } from "#ui/primitives/icon.tsx";

const links = [
  ["mine", "/profil/data-saya", "user"],
  ["reads", "/profil/akses-data", "history"],
  ["security", "/keamanan", "shield"],
  ["apps", "/profil/aplikasi", "people"],
  ["erase", "/profil/hapus-akun", "cross"],
] as const satisfies readonly (readonly [string, string, IconName])[];

/** What somebody may see, take along and end. */
export async function DataLinks() {
  const t = await getTranslations("personal-data.profile");
  return (
    <section aria-labelledby="data-links" className="grid gap-4">
      <div className="grid gap-1">
        <h2 id="data-links">{t("title")}</h2>
        <p className="text-ink-soft">{t("lead")}</p>
      </div>
      <ul className="grid gap-3 sm:grid-cols-2">
        {links.map(([name, href, icon]) => (
          <li
            key={name}
            className="petal relative flex gap-3 border border-line bg-surface p-4 hover:border-brand"
          >
            <Icon name={icon} className="mt-0.5 text-accent-strong" />
            <div className="grid gap-1">
              <a
                href={href}
                className="font-semibold text-brand after:absolute after:inset-0 hover:underline"
              >
                {t(name)}
              </a>
              <p className="text-sm text-ink-soft">{t(`${name}Text`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
