import type { AnswerToScore, TestItemKind, TestScore, TestVerdict } from "../types.ts";

/**
 * Scores a test (programme rules, section 4): knowledge by right answers; motivation has no right answer and is looked
 * at for completeness and consistency only. An open question counts as a wrong one.
 */
export function judgeTest(answers: readonly AnswerToScore[], gatePercent: number): TestVerdict {
  const score = scoreTest(answers);
  return { score, passed: score.complete && score.knowledge >= gatePercent };
}

export function scoreTest(answers: readonly AnswerToScore[]): TestScore {
  const of = (kind: TestItemKind) => answers.filter((answer) => answer.kind === kind);
  const statements = of("motivation");
  return {
    numeracy: percentRight(of("numeracy")),
    ordering: percentRight(of("ordering")),
    reading: percentRight(of("reading")),
    knowledge: percentRight(answers.filter((answer) => answer.kind !== "motivation")),
    motivation: consistency(statements),
    complete: statements.every((statement) => statement.choice !== null),
  };
}

function percentRight(answers: readonly AnswerToScore[]): number {
  if (answers.length === 0) return 100;
  const right = answers.filter(({ choice, answer }) => choice !== null && choice === answer).length;
  return Math.round((100 * right) / answers.length);
}

/** 100 when a person who agrees with a statement disagrees as much with its opposite; 0 at the other end. */
function consistency(statements: readonly AnswerToScore[]): number | null {
  const byCode = new Map(statements.map((statement) => [statement.code, statement]));
  const agreements = statements.flatMap((statement) => {
    const opposite = statement.pairCode === null ? undefined : byCode.get(statement.pairCode);
    if (!opposite || statement.reversed === opposite.reversed || statement.reversed) return [];
    if (statement.choice === null || opposite.choice === null) return [];
    const widest = statement.options - 1;
    return [1 - Math.abs(statement.choice - (widest - opposite.choice)) / widest];
  });
  if (agreements.length === 0) return null;
  return Math.round((100 * agreements.reduce((sum, each) => sum + each, 0)) / agreements.length);
}
