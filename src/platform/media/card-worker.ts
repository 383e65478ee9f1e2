import { parentPort, workerData } from "node:worker_threads";
import Tesseract from "tesseract.js";
import { z } from "zod";

/** Reads the text of one picture, with the language data of a local folder; nothing is fetched and nothing is kept. */

const task = z
  .object({ picture: z.instanceof(Uint8Array), folder: z.string(), isPacked: z.boolean() })
  .parse(workerData);

const reader = await Tesseract.createWorker("ind", Tesseract.OEM.LSTM_ONLY, {
  langPath: task.folder,
  gzip: task.isPacked,
  cacheMethod: "none",
});
const { data } = await reader.recognize(Buffer.from(task.picture), {}, { text: true });
parentPort?.postMessage(data.text);
