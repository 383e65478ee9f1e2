import type { AccountId } from "#kernel/identifiers.ts";
import type { CourseId, CourseMode, ScheduleId } from "../types.ts";

export type VersionStatus = "draft" | "submitted" | "approved" | "refused";

/** What decides what may happen to a version of a course. */
export type VersionState = {
  readonly courseId: CourseId;
  readonly version: number;
  readonly providerSlug: string;
  readonly status: VersionStatus;
};

/** What the programme's scheme allows a course to be. Rupiah and hours. */
export type SchemeRules = { readonly trainingBalance: number; readonly minimumHours: number };

/** The same with the most rupiah an hour by the way a course is held, for those who write one. */
export type CourseRules = SchemeRules & { readonly hourlyCeiling: Readonly<Record<CourseMode, number>> };

/** The course as it is sold now, where it is. */
export type SoldCourse = {
  readonly slug: string;
  readonly mode: CourseMode;
  readonly lessons: number;
  /** Schedules that are not called off and not over. */
  readonly standingSchedules: number;
};

/** An ownership between a platform and a provider that stands. */
export type Ownership = {
  readonly platformSlug: string;
  readonly providerSlug: string;
  readonly platformName: string;
  readonly providerName: string;
  readonly ground: string;
};

export type NewSchedule = {
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly place: string | null;
  readonly seats: number;
};

export type StandingSchedule = {
  readonly id: ScheduleId;
  readonly courseId: CourseId;
  readonly startsAt: Date | null;
  readonly cancelledAt: Date | null;
  /** Purchases of it that are neither cancelled nor opened. */
  readonly buyers: number;
};

/** The points an operator answers before a course is sold; each has a sentence in the messages of "catalogue". */
export const qualityPoints = [
  "facts-agree",
  "promises-fair",
  "price-fair",
  "trainer-fit",
  "syllabus-covers",
  "people-fit",
  "words-plain",
  "sample-works",
  "rights-clear",
  "no-conflict",
] as const;

/** The fields of a course's form, by the names under which it is sent. */
export type CourseField =
  | "title"
  | "titleEn"
  | "summary"
  | "summaryEn"
  | "description"
  | "outcomes"
  | "category"
  | "platform"
  | "mode"
  | "hours"
  | "price"
  | "level"
  | "minimumAge"
  | "minimumEducation"
  | "trainer.name"
  | "trainer.about"
  | `syllabus.${number}.${"title" | "text"}`
  | "sampleLesson";

/** A line of a provider's list: the newest version of a course, and how it is sold. A draft may lack all but its place. */
export type OwnCourse = {
  readonly courseId: CourseId;
  readonly title: string | null;
  readonly mode: CourseMode | null;
  /** Rupiah. */
  readonly price: number | null;
  readonly version: number;
  readonly status: VersionStatus;
  /** Null before the first approval. */
  readonly isOffered: boolean | null;
};

export type VersionStep = {
  readonly version: number;
  readonly status: VersionStatus;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly note: string | null;
};

/** A schedule as its provider sees it. */
export type OwnSchedule = {
  readonly id: ScheduleId;
  readonly code: string;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly place: string | null;
  readonly seats: number;
  readonly seatsTaken: number;
  /** Purchases that are neither cancelled nor opened: those that a cancellation would undo. */
  readonly buyers: number;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
  /** Not called off and not begun. */
  readonly isOpen: boolean;
};

/** A platform that a provider may choose, and what the platform keeps. */
export type PlatformChoice = {
  readonly slug: string;
  readonly name: string;
  readonly commissionPercent: number;
  /** An ownership between it and the provider stands, so that it may not be chosen. */
  readonly isOwned: boolean;
};

/** What became of a version, for the letter to its provider. */
export type Verdict = {
  readonly title: string;
  readonly isApproved: boolean;
  /** As it is sold: a self-paced course waits for its lessons. */
  readonly isOffered: boolean;
  readonly note: string | null;
  /** The accounts that speak for its provider. */
  readonly readers: readonly AccountId[];
};

/** A line of the operator's queue. */
export type QueuedVersion = {
  readonly courseId: CourseId;
  readonly version: number;
  readonly title: string;
  readonly providerName: string;
  readonly status: VersionStatus;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
};

export type RegisteredOwnership = {
  readonly platformSlug: string;
  readonly providerSlug: string;
  readonly platformName: string;
  readonly providerName: string;
  readonly ground: string;
  readonly since: Date;
  readonly until: Date | null;
  readonly endGround: string | null;
};
