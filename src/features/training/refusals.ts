/** Every expected "no" of this stage. */
export type TrainingRefusal =
  | { readonly code: "training-not-redeemed" }
  | { readonly code: "training-too-late"; readonly finishBy: Date }
  | { readonly code: "training-lesson-unknown" };

export type AnswerRefusal =
  | TrainingRefusal
  /** `seconds`: where in the video the question stands. */
  | { readonly code: "training-watch-first"; readonly seconds: number }
  /** `seconds`: how long is left to read. */
  | { readonly code: "training-too-early"; readonly seconds: number };

export type QuizRefusal =
  | TrainingRefusal
  | { readonly code: "training-lessons-first"; readonly left: number }
  | { readonly code: "training-completed-already" };
