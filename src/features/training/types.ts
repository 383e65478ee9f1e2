/** Whole seconds of a video: the first included, the last not. */
export type Range = readonly [from: number, to: number];

/** The one clock of a participant: what it has earned may be credited to whatever they watch. */
export type WatchClock = {
  readonly sessionId: string;
  readonly lessonId: string;
  /** The last beat that was heard. */
  readonly sequence: number;
  readonly lastAt: Date;
  /** Seconds of viewing that may still be credited. */
  readonly bank: number;
  readonly former: FormerSession | null;
};

/** The session that held the clock before: what it had earned by then, it may still claim, until then. */
export type FormerSession = {
  readonly sessionId: string;
  readonly sequence: number;
  readonly bank: number;
  readonly until: Date;
};

/** What a lesson demands. */
export type WatchedLesson = {
  readonly seconds: number;
  /** The second of the question that must be answered before more counts. */
  readonly checkpointAt: number;
};

/** How far one person is in one lesson. */
export type LessonProgress = {
  /** Watched and believed, in order, apart from each other. */
  readonly seen: readonly Range[];
  readonly checkpointPassedAt: Date | null;
  readonly readingSince: Date | null;
  readonly completedAt: Date | null;
  readonly completedBy: "video" | "transcript" | null;
};

/** What a player claims; the n-th beat of its session. */
export type Beat = {
  readonly sequence: number;
  readonly sessionId: string;
  readonly ranges: readonly Range[];
};

export type BeatFrom = Beat & { readonly participantId: string; readonly lessonId: string };

/** Where a person stands in a lesson, for the player. */
export type Standing = {
  /** First second that was not yet watched. */
  readonly frontier: number;
  /** The second of the question that still stands in the way. */
  readonly checkpoint: number | null;
  readonly isDone: boolean;
};

export type BeatAnswer = Standing & { readonly sequence: number; readonly isSuperseded: boolean };

export type CompletedTraining = {
  readonly courseId: string;
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly purchaseId: string;
  /** Percent. */
  readonly quizScore: number;
  readonly completedAt: Date;
};

/** What there is to do with a training that was paid for. */
export type TrainingStage = "redeem" | "learn" | "quiz" | "review" | "finished" | "late" | "forfeited";

export type OwnTraining = {
  readonly purchaseId: string;
  readonly courseSlug: string;
  readonly title: string;
  readonly providerName: string;
  readonly platformName: string;
  readonly stage: TrainingStage;
  readonly redeemBy: Date;
  readonly finishBy: Date;
  readonly lessonsDone: number;
  readonly lessonCount: number;
};

export type ListedLesson = {
  readonly position: number;
  readonly title: string;
  readonly seconds: number;
  readonly state: "done" | "started" | "new";
};

/** A training with everything that is still to do in it. */
export type TrainingOverview = OwnTraining & {
  readonly lessons: readonly ListedLesson[];
  /** Percent of the last try; null before the first. */
  readonly lastScore: number | null;
};

/** One lesson as its page shows it; the answer to its question never leaves the server. */
export type LessonPage = {
  readonly id: string;
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly position: number;
  readonly lessonCount: number;
  readonly title: string;
  readonly seconds: number;
  readonly mediaFolder: string;
  /** What the player needs to load it piece by piece. */
  readonly media: object;
  readonly transcript: readonly string[];
  readonly question: { readonly text: string; readonly options: readonly string[] };
  readonly standing: Standing;
  /** From when on the answer counts for someone who reads; null for those who watch. */
  readonly readingEndsAt: Date | null;
  readonly completedBy: "video" | "transcript" | null;
  /** Why the last answer was wrong; null when it was right, and before the first. */
  readonly lastMistake: string | null;
  readonly finishBy: Date;
};

/** One question of the last try, with what is right about it. */
export type QuizFeedback = {
  readonly text: string;
  readonly chosen: string;
  readonly isRight: boolean;
  readonly explanation: string;
};

export type QuizPage = {
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly stage: TrainingStage;
  readonly finishBy: Date;
  readonly questions: readonly { readonly text: string; readonly options: readonly string[] }[];
  readonly lastTry: { readonly score: number; readonly feedback: readonly QuizFeedback[] } | null;
};
