/** Does something for every item, so many at once, in their order; stops handing out when `run` says false. */
export async function takeTurns<Item>(
  items: readonly Item[],
  atOnce: number,
  run: (item: Item) => Promise<boolean>,
): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift())
      if (!(await run(item))) waiting.length = 0;
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
}
