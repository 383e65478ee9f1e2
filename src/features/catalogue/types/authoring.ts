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

/** A line of a provider's list: the newest version of a course, and how it is sold. */
export type OwnCourse = {
  readonly courseId: CourseId;
  readonly title: string;
  readonly mode: CourseMode;
  /** Rupiah. */
  readonly price: number;
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
