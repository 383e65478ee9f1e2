import type { Id } from "#kernel/identifiers.ts";

export type CourseId = Id<"course">;

/** A course in a list. Price in rupiah. */
export type ListedCourse = {
  readonly id: CourseId;
  readonly slug: string;
  readonly title: string;
  readonly titleEn: string;
  readonly categoryCode: string;
  readonly providerName: string;
  readonly platformName: string;
  readonly price: bigint;
  readonly hours: number;
  readonly seatsLeft: number;
};

/** A course with everything that a person needs to choose it. */
export type CourseDetail = ListedCourse & {
  readonly summary: string;
  readonly summaryEn: string;
  readonly description: string;
  readonly outcomes: readonly string[];
  readonly level: string;
  readonly providerSlug: string;
  readonly providerCity: string;
  readonly isActive: boolean;
  readonly lessons: readonly { readonly title: string; readonly seconds: number; readonly bytes: number }[];
};

/** What a person is looking for; everything may be left out. */
export type CourseSearch = {
  readonly words: string;
  readonly category: string | null;
  readonly platform: string | null;
  readonly provider: string | null;
  /** Rupiah. */
  readonly priceAtMost: number | null;
  /** The slug of the last course on the page before. */
  readonly after: string | null;
};

/** What the filters offer. */
export type CatalogueChoices = {
  readonly categories: readonly { readonly code: string; readonly id: string; readonly en: string }[];
  readonly platforms: readonly { readonly slug: string; readonly name: string }[];
  readonly providers: readonly { readonly slug: string; readonly name: string }[];
};
