/** Where a person stands, as each stage tells it. */
export type JourneyFacts = {
  readonly registrationIsSubmitted: boolean;
  /** "refused" can be mended; "appealable", "appealed" and "closed" cannot, and are before, in and after the appeal. */
  readonly verification:
    | "none"
    | "checking"
    | "in_review"
    | "verified"
    | "refused"
    | "appealable"
    | "appealed"
    | "closed";
  /** Until when a member of the staff looks at the registration or answers the appeal; null when nobody does, or is late. */
  readonly answerDueAt: Date | null;
  readonly testIsDone: boolean;
  /** The state of the latest wave that the person joined. */
  readonly wave: "none" | "waiting" | "selected" | "not-selected";
  /** The three parts before the card, or a training was bought before they were asked for. */
  readonly inductionIsDone: boolean;
  readonly buyUntil: Date | null;
  readonly purchase: {
    readonly id: string;
    readonly courseSlug: string;
    readonly courseTitle: string;
    readonly isRedeemed: boolean;
    readonly isCompleted: boolean;
    readonly finishBy: Date;
  } | null;
  readonly hasReviewed: boolean;
  readonly payoutAccountIsLinked: boolean;
  readonly openSurvey: { readonly number: number; readonly closesAt: Date } | null;
};

export type NextStepName =
  | "registration"
  | "verification"
  | "inReview"
  | "mend"
  | "appeal"
  | "appealed"
  | "closed"
  | "test"
  | "join"
  | "waitWave"
  | "notSelected"
  | "induction"
  | "buy"
  | "redeem"
  | "learn"
  | "review"
  | "link"
  | "survey"
  | "enjoy";

export type NextStep = {
  readonly name: NextStepName;
  readonly href: string;
  readonly until: Date | null;
  readonly mood: "act" | "wait" | "done";
};

/** The one thing to do now, in the order that a participant lives the programme. */
export function nextStep(facts: JourneyFacts): NextStep {
  return beforeSelection(facts) ?? withTraining(facts) ?? afterTraining(facts);
}

function beforeSelection(facts: JourneyFacts): NextStep | null {
  if (!facts.registrationIsSubmitted) return act("registration", "/pendaftaran");
  if (facts.verification !== "verified") return toVerify(facts);
  if (!facts.testIsDone) return act("test", "/tes");
  if (facts.wave === "none") return act("join", "/gelombang");
  if (facts.wave === "waiting") return { ...act("waitWave", "/gelombang"), mood: "wait" };
  return facts.wave === "not-selected" ? act("notSelected", "/gelombang") : null;
}

function toVerify({ verification, answerDueAt }: JourneyFacts): NextStep {
  switch (verification) {
    case "refused":
      return act("mend", "/verifikasi");
    case "appealable":
      return act("appeal", "/verifikasi");
    case "appealed":
      return { ...act("appealed", "/verifikasi/banding", answerDueAt), mood: "wait" };
    case "closed":
      return { ...act("closed", "/verifikasi/banding"), mood: "wait" };
    case "in_review":
      return { ...act("inReview", "/verifikasi", answerDueAt), mood: "wait" };
    default:
      return { ...act("verification", "/verifikasi"), mood: "wait" };
  }
}

function withTraining({ purchase, hasReviewed, inductionIsDone, buyUntil }: JourneyFacts): NextStep | null {
  if (!purchase && hasReviewed) return null;
  if (!purchase && !inductionIsDone) return act("induction", "/induksi", buyUntil);
  if (!purchase) return act("buy", "/pelatihan", buyUntil);
  if (!purchase.isRedeemed) return act("redeem", `/transaksi/${purchase.id}`, purchase.finishBy);
  if (!purchase.isCompleted) return act("learn", `/belajar/${purchase.courseSlug}`, purchase.finishBy);
  return act("review", `/ulasan/${purchase.courseSlug}`);
}

function afterTraining({ payoutAccountIsLinked, openSurvey }: JourneyFacts): NextStep {
  if (!payoutAccountIsLinked) return act("link", "/rekening");
  if (openSurvey) return act("survey", `/survei/${openSurvey.number}`, openSurvey.closesAt);
  return { ...act("enjoy", "/insentif"), mood: "done" };
}

function act(name: NextStepName, href: string, until: Date | null = null): NextStep {
  return { name, href, until, mood: "act" };
}
