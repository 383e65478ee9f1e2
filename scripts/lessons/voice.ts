import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Beat, FPS, round, type TimedBeat } from "./timeline.ts";
import { run, type Tools } from "./tools.ts";

const RATE = 22_050;
const SAMPLES_PER_FRAME = RATE / FPS;
const WORDS_PER_MINUTE = "148";
const PAUSE = { before: 0.25, sentence: 0.4, slide: 0.7 };
/** Samples quieter than this are silence around a sentence (16 bit). */
const SILENCE = 200;

/** The samples of a 16 bit mono WAV file. */
function samplesOf(file: string): Int16Array {
  const wav = readFileSync(file);
  if (wav.readUInt32LE(24) !== RATE) throw new Error(`${file}: expected ${RATE} samples a second`);
  const start = wav.indexOf("data", 12, "latin1") + 8;
  return new Int16Array(Uint8Array.from(wav.subarray(start, wav.length - ((wav.length - start) % 2))).buffer);
}

function trim(samples: Int16Array): Int16Array {
  const loud = (sample: number): boolean => Math.abs(sample) > SILENCE;
  const first = samples.findIndex(loud);
  return first < 0 ? samples.subarray(0, 0) : samples.subarray(first, samples.findLastIndex(loud) + 1);
}

function writeWav(file: string, samples: Int16Array): void {
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(samples.byteLength, 40);
  writeFileSync(
    file,
    Buffer.concat([head, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)]),
  );
}

/**
 * Speaks every sentence into one WAV file. A sentence with its pause fills whole frames,
 * so pictures, captions and voice can never drift apart.
 */
export function speak(
  tools: Tools,
  beats: readonly Beat[],
  folder: string,
): { file: string; beats: TimedBeat[] } {
  const pieces: Int16Array[] = [];
  const timed: TimedBeat[] = [];
  let frames = 0;
  for (const [at, beat] of beats.entries()) {
    const raw = join(folder, `voice-${at}.wav`);
    run(tools.espeak, [
      "-v",
      "id",
      "-s",
      WORDS_PER_MINUTE,
      "-p",
      "42",
      "-g",
      "1",
      "-z",
      "-w",
      raw,
      beat.spoken,
    ]);
    const voice = trim(samplesOf(raw));
    const before = at === 0 ? Math.round(PAUSE.before * RATE) : 0;
    const after = (beat.closesSlide ? PAUSE.slide : PAUSE.sentence) * RATE;
    const length = Math.ceil((before + voice.length + after) / SAMPLES_PER_FRAME);
    const piece = new Int16Array(length * SAMPLES_PER_FRAME);
    piece.set(voice, before);
    pieces.push(piece);
    timed.push({
      ...beat,
      start: round(frames / FPS),
      end: round((frames + length) / FPS),
      voiceEnd: round(frames / FPS + (before + voice.length) / RATE),
    });
    frames += length;
  }
  const all = new Int16Array(frames * SAMPLES_PER_FRAME);
  let offset = 0;
  for (const piece of pieces) {
    all.set(piece, offset);
    offset += piece.length;
  }
  const file = join(folder, "voice.wav");
  writeWav(file, all);
  return { file, beats: timed };
}
