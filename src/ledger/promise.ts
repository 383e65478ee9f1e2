/** The numbers of a scheme that say what a place costs; money in whole rupiah. */
export type PromiseTerms = {
  readonly trainingBalance: number;
  readonly jobSearchIncentive: number;
  readonly jobSearchPayments: number;
  readonly surveyIncentive: number;
  /** One survey for each. */
  readonly surveyDays: readonly number[];
};

/** What one place of a wave promises in all, in rupiah: balance, job-search incentives and surveys (rules, section 2). */
export function promiseOf(terms: PromiseTerms): bigint {
  const jobSearch = terms.jobSearchIncentive * terms.jobSearchPayments;
  return BigInt(terms.trainingBalance + jobSearch + terms.surveyIncentive * terms.surveyDays.length);
}
