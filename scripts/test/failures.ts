// What the reports of vitest and Playwright say of the tests that failed, in few lines each.

export type TestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
};

/** The failed tests of a vitest run, and the files that could not be run at all. */
export function failuresOf({ testResults }: TestReport): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (status === "failed" && failed.length === 0) return [told(name, message)];
    return failed.map((test) => told(`${name}: ${test.fullName}`, test.failureMessages?.join("\n")));
  });
}

type Suite = {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly file: string;
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly {
        readonly error?: { readonly message?: string; readonly snippet?: string };
      }[];
    }[];
  }[];
};

export type BrowserReport = {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly suites: readonly Suite[];
};

/** The stories that did not end as they should. */
export function unexpectedOf({ suites }: Pick<BrowserReport, "suites">): string[] {
  return suites.flatMap((suite) => [
    ...unexpectedOf({ suites: suite.suites ?? [] }),
    ...(suite.specs ?? []).flatMap(({ file, title, tests }) =>
      tests
        .filter(({ status }) => status === "unexpected" || status === "flaky")
        .map(({ results }) => {
          const error = results.find((result) => result.error)?.error;
          return told(`${file}: ${title}`, `${error?.message ?? ""}\n${error?.snippet ?? ""}`);
        }),
    ),
  ]);
}

const LINES = 25;

function told(what: string, why = ""): string {
  return [what, ...why.split("\n").slice(0, LINES)].join("\n    ");
}
