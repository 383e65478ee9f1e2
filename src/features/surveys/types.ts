/** One survey of one person, as the rules see it. */
export type SurveyRound = {
  readonly number: number;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly submittedAt: Date | null;
};

export type RoundState = "coming" | "open" | "missed" | "submitted";

/** Question code -> option code, list of option codes, or free text. */
export type SurveyAnswers = Readonly<Record<string, string | readonly string[]>>;

/** A survey with what can be done about it now. */
export type ReadableRound = SurveyRound & { readonly state: RoundState };
