/** What becomes due by the programme's time: each does a bounded batch and says how many it did. */
export const dueWork: Readonly<Record<string, (now: Date) => Promise<number>>> = {};
