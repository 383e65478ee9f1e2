import { spawnSync } from "node:child_process";

/** The programs that the maker calls, by path. */
export interface Tools {
  readonly ffmpeg: string;
  readonly espeak: string;
  readonly chromium: string;
}

/** Runs a program to its end; what it wrote to stderr becomes the error. */
export function run(program: string, args: readonly string[], cwd?: string): string {
  const done = spawnSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`${program} ${args.join(" ")}\n${done.stderr}`);
  return done.stdout;
}

const answers = (program: string, args: readonly string[], wanted: readonly string[]): boolean => {
  const tried = spawnSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return tried.status === 0 && wanted.every((word) => tried.stdout.includes(word));
};

/** Finds the programs, or tells which one command installs those that are missing and stops. */
export function findTools(): Tools {
  const tools: Tools = {
    ffmpeg: process.env.FFMPEG_PATH ?? "ffmpeg",
    espeak: process.env.ESPEAK_PATH ?? "espeak-ng",
    chromium: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  };
  const missing = [
    answers(tools.ffmpeg, ["-hide_banner", "-encoders"], ["libx264", " aac ", "libwebp"]) ? "" : "ffmpeg",
    answers(tools.espeak, ["--voices=id"], ["Indonesian"]) ? "" : "espeak-ng",
    answers(tools.chromium, ["--version"], ["Chrom"]) ? "" : "chromium fonts-inter",
  ].filter((name) => name !== "");
  if (missing.length > 0) {
    console.error(`A tool is missing. Install it with:\n\n  apt-get install -y ${missing.join(" ")}\n`);
    process.exit(1);
  }
  return tools;
}
