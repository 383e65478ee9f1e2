import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SearchAnswer } from "#features/catalogue/components/search-answer.tsx";
import { SearchForm } from "#features/catalogue/components/search-form.tsx";
import { findInterest } from "#features/catalogue/queries/interest.ts";
import { findCourses } from "#features/catalogue/queries/search.ts";
import { findCatalogueChoices } from "#features/catalogue/queries.ts";
import { courseSearch } from "#features/catalogue/schema/search.ts";
import type { ListedCourse } from "#features/catalogue/types.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { currentActor } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Button, LinkButton } from "#ui/primitives/button.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";
import { ReaderFrame } from "../../frames/reader-frame.tsx";
import { CourseGrid } from "./course-grid.tsx";

type Asked = Readonly<Record<string, string | string[] | undefined>>;
type Props = { readonly searchParams: Promise<Asked> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue.list");
  return { title: t("title"), description: t("lead") };
}

export default async function CataloguePage({ searchParams }: Props) {
  const t = await getTranslations("catalogue.list");
  const asked = await searchParams;
  const search = courseSearch.parse(asked);
  const now = await programmeNow();
  const [choices, found] = await Promise.all([findCatalogueChoices(), findCourses(search, now)]);
  const isAsked = Object.values(asked).some(Boolean);
  return (
    <ReaderFrame current="/pelatihan" width="wide">
      <PageHeader title={t("title")} lead={t("lead")} />
      <SearchForm choices={choices} search={search} />
      {isAsked ? null : <Recommended now={now} />}
      {isAsked ? <SearchAnswer found={found} typed={search.words} /> : null}
      {found.items.length > 0 ? (
        <Comparable courses={found.items} />
      ) : (
        <EmptyState
          scene="market"
          title={t("emptyTitle")}
          text={t("emptyText")}
          action={<LinkButton href="/pelatihan">{t("emptyAction")}</LinkButton>}
        />
      )}
      <Pagination
        label={t("pages")}
        previous={search.after ? { href: addressOf(asked, null), label: t("first") } : undefined}
        next={found.next ? { href: addressOf(asked, found.next), label: t("more") } : undefined}
      />
    </ReaderFrame>
  );
}

/** What fits the field that a signed-in person chose, and why it is shown. */
async function Recommended({ now }: { readonly now: Date }) {
  const actor = await currentActor();
  const interest = actor.role === "participant" ? await findInterest(actor.participantId, now) : null;
  if (!interest) return null;
  const t = await getTranslations("catalogue.recommended");
  return (
    <section aria-labelledby="untuk-anda" className="grid gap-4">
      <div className="grid gap-1">
        <h2 id="untuk-anda">{t("title")}</h2>
        <p className="text-ink-soft">{t("why", { category: interest.category[await currentLocale()] })}</p>
      </div>
      <CourseGrid courses={interest.courses} level={3} />
    </section>
  );
}

/** The results in a plain form, so that some can be chosen to compare. */
async function Comparable({ courses }: { readonly courses: readonly ListedCourse[] }) {
  const t = await getTranslations("catalogue.list");
  return (
    <form action="/pelatihan/banding" className="grid gap-6">
      <CourseGrid courses={courses} comparable />
      <section aria-labelledby="banding" className="petal grid gap-3 bg-sunken p-5 sm:p-6">
        <h2 id="banding" className="text-lg">
          {t("compareTitle")}
        </h2>
        <p>{t("compareText")}</p>
        <div>
          <Button type="submit" variant="secondary">
            {t("compareAction")}
          </Button>
        </div>
      </section>
    </form>
  );
}

function addressOf(asked: Asked, after: string | null): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (typeof value === "string" && value && name !== "setelah") query.set(name, value);
  }
  if (after) query.set("setelah", after);
  return `/pelatihan?${query}`;
}
