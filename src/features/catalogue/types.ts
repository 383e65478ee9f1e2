import type { Id } from "#kernel/identifiers.ts";

export type CourseId = Id<"course">;
export type ScheduleId = Id<"course-schedule">;

export const courseModes = ["self_paced", "webinar", "face_to_face"] as const;
export type CourseMode = (typeof courseModes)[number];

export const courseLevels = ["dasar", "menengah"] as const;
export type CourseLevel = (typeof courseLevels)[number];

/** The levels that a course may ask for, lowest first; codes of the registration's list. */
export const minimumEducations = ["primary", "junior-high", "senior-high", "diploma", "bachelor"] as const;
export type MinimumEducation = (typeof minimumEducations)[number];

/** A course in a list. Price in rupiah. */
export type ListedCourse = {
  readonly id: CourseId;
  readonly slug: string;
  readonly title: string;
  readonly titleEn: string;
  readonly categoryCode: string;
  readonly providerName: string;
  readonly platformName: string;
  readonly mode: CourseMode;
  readonly price: bigint;
  readonly hours: number;
  /** Of all schedules that can still be bought. */
  readonly seatsLeft: number;
  /** The start of the next schedule with a seat; null for self-paced courses and when none is planned. */
  readonly nextStart: Date | null;
};

export type CourseLesson = {
  readonly position: number;
  readonly title: string;
  readonly seconds: number;
  readonly bytes: number;
};

export type SyllabusSection = { readonly title: string; readonly text: string };

/** A course with everything that a person needs to choose it. */
export type CourseDetail = ListedCourse & {
  readonly code: string;
  readonly version: number;
  readonly summary: string;
  readonly summaryEn: string;
  readonly description: string;
  readonly outcomes: readonly string[];
  readonly level: CourseLevel;
  readonly minimumAge: number;
  readonly minimumEducation: MinimumEducation | null;
  readonly trainer: { readonly name: string; readonly about: string };
  readonly syllabus: readonly SyllabusSection[];
  /** The position of the lesson that anybody may see; null when none. */
  readonly sampleLesson: number | null;
  readonly providerSlug: string;
  readonly providerCity: string;
  readonly platformSlug: string;
  readonly isActive: boolean;
  readonly lessons: readonly CourseLesson[];
  /** What can be bought now, the soonest first. */
  readonly schedules: readonly CourseSchedule[];
};

/** When and where a course is held; a self-paced one has neither times nor a place. */
export type CourseSchedule = {
  readonly id: ScheduleId;
  /** What partners call it: "JDW-7Q4M2X". */
  readonly code: string;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly place: string | null;
  readonly seats: number;
  readonly seatsLeft: number;
};

/** A lesson that anybody may see before buying. */
export type SampleLesson = {
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly title: string;
  readonly seconds: number;
  readonly bytes: number;
  readonly mediaFolder: string;
  readonly transcript: readonly string[];
};

/** What the filters offer. */
export type CatalogueChoices = {
  readonly categories: readonly { readonly code: string; readonly id: string; readonly en: string }[];
  readonly platforms: readonly { readonly slug: string; readonly name: string }[];
  readonly providers: readonly { readonly slug: string; readonly name: string }[];
};
