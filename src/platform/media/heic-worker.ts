import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";

/** Unpacks one photo of an iPhone. The size that the file claims is looked at before a pixel is unpacked. */

const task = z
  .object({ photo: z.instanceof(Uint8Array), mostPixels: z.number().int(), mostMemory: z.number().int() })
  .parse(workerData);

// A thread's limits do not count the memory of WebAssembly, so its growth is refused here; the decoder then gives up.
const grow = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * 65_536 > task.mostMemory) throw new RangeError("too much memory");
  return grow.call(this, pages);
};

const { default: decode } = await import("heic-decode");
const [first] = await decode.all({ buffer: task.photo });
if (!first) throw new Error("no picture in it");
if (first.width * first.height > task.mostPixels) {
  parentPort?.postMessage({ tooMany: true });
} else {
  const { width, height, data } = await first.decode();
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  parentPort?.postMessage({ width, height, pixels });
}
