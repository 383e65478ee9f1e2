import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const published = fileURLToPath(new URL("../../public/undian", import.meta.url));

/** The two programs that anybody may run; each checks a draw without the portal. */
export const verifiers = {
  node: [process.execPath, `${published}/periksa.mjs`],
  python: ["python3", `${published}/periksa.py`],
} as const;
export type Verifier = keyof typeof verifiers;

type Answer = { readonly code: number; readonly text: string };

/** Runs one of them. A machine without Python cannot vouch for the second one, so that the test fails there. */
export async function verify(verifier: Verifier, ...words: readonly string[]): Promise<Answer> {
  const [program, file] = verifiers[verifier];
  try {
    const { stdout } = await run(program, [file, ...words], { maxBuffer: 1 << 26 });
    return { code: 0, text: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (code === "ENOENT") throw new Error(`${program} is not installed, and the second verifier needs it`);
    if (typeof code !== "number" || stderr) throw new Error(`${verifier} verifier broke: ${stderr}`);
    return { code, text: stdout ?? "" };
  }
}

/** Folder name -> [verdict, step that is wrong], for every bundle under a folder. */
export async function verdictsOn(
  verifier: Verifier,
  folder: string,
): Promise<ReadonlyMap<string, readonly [string, string]>> {
  const { text } = await verify(verifier, "--banyak", folder);
  return new Map(
    text
      .trimEnd()
      .split("\n")
      .map((line) => {
        const [name = "", verdict = "", step = ""] = line.split("\t");
        return [name, [verdict, step]];
      }),
  );
}
