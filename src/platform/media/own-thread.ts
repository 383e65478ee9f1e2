import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

/**
 * Runs a file of this folder once, in a thread of its own, and returns the one thing it says; undefined when it fails, ends
 * without a word, or takes too long. Whatever it does, it cannot stop the process, hold its event loop or keep memory.
 */
export function askOwnThread(file: string, task: object, seconds: number): Promise<unknown> {
  // By its path from the root: the thread runs the source, outside of what is bundled for pages.
  const source = pathToFileURL(join(process.cwd(), "src/platform/media", file)).href;
  return new Promise((resolve) => {
    const thread = new Worker(`import(${JSON.stringify(source)})`, {
      eval: true,
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: 192 },
      // What the libraries print may hold what they read: it is nobody's log.
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => end(undefined), seconds * 1000);
    const end = (answer: unknown) => {
      clearTimeout(timer);
      resolve(answer);
      void thread.terminate();
    };
    thread.once("message", end);
    thread.once("exit", () => end(undefined));
    thread.on("error", () => end(undefined));
  });
}
