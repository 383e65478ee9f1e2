import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import type { ReadOfMyData } from "../types.ts";

/** Each look at the person's data: when, by which office, why, and at what. */
export async function ReadList({ reads }: { readonly reads: readonly ReadOfMyData[] }) {
  const t = await getTranslations("personal-data.reads");
  const locale = await currentLocale();
  const wordOf = (group: "role" | "purpose" | "datum", code: string) => {
    const key = `${group}.${code}` as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : t(`${group}.other`);
  };
  return (
    <ul className="grid gap-4">
      {reads.map((read) => (
        <li key={read.id} className="petal grid gap-3 border border-line bg-surface p-5">
          <h2 className="text-lg">
            <time dateTime={read.at.toISOString()}>{formatMoment(read.at, locale)}</time>
          </h2>
          <SummaryList
            rows={[
              { label: t("who"), value: [wordOf("role", read.role), read.region].filter(Boolean).join(", ") },
              { label: t("why"), value: wordOf("purpose", read.purpose) },
              { label: t("what"), value: read.data.map((datum) => wordOf("datum", datum)).join(", ") },
            ]}
          />
        </li>
      ))}
    </ul>
  );
}
