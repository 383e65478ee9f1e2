import { expect, test } from "vitest";
import { filesUnder, readTree } from "../../architecture/checks/tree.ts";

test("nothing that decides on a person knows whether an office helped them", async () => {
  const deciders = ["verification", "selection-test", "waves", "selection", "balance"];
  const paths = await Promise.all(deciders.map((stage) => filesUnder(`src/features/${stage}`)));
  const files = await readTree(paths.flat());
  const telling = Object.entries(files).filter(([, text]) => /assisted/i.test(text));
  expect(Object.keys(files).length).toBeGreaterThan(30);
  expect(telling.map(([path]) => path)).toEqual([]);
});
