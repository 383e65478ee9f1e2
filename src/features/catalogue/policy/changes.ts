/** The facts that differ between two versions, by their names; lists and sections count as one fact. */
export function changedFacts<Content extends object>(
  before: Content,
  after: Content,
): readonly (keyof Content)[] {
  const names = Object.keys(after) as (keyof Content)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
