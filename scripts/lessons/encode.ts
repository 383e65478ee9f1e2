import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FPS, round, type TimedBeat } from "./timeline.ts";
import { run, type Tools } from "./tools.ts";

const SIZE = { width: 640, height: 360 };
const SEGMENT_SECONDS = 6;
const POSTER_BYTES = 8 * 1024;

export interface Span {
  readonly offset: number;
  readonly length: number;
}
export interface Segment extends Span {
  readonly start: number;
  readonly duration: number;
}
export interface Packed {
  readonly bytes: number;
  readonly mime: string;
  readonly init: Span;
  readonly segments: readonly Segment[];
}

const ffmpeg = (tools: Tools, folder: string, args: readonly string[]): string =>
  run(tools.ffmpeg, ["-nostdin", "-v", "error", "-y", ...args], folder);

/** Encodes pictures and voice once, straight into one fragmented MP4 with its HLS playlist. */
export function encodeVideo(tools: Tools, folder: string, beats: readonly TimedBeat[], voice: string): void {
  const picture = (at: number): string => `file 'frame-${at}.png'`;
  const list = beats.map((beat, at) => `${picture(at)}\nduration ${round(beat.end - beat.start)}`);
  // The concat reader honours the last duration only when the last picture is named once more.
  writeFileSync(join(folder, "frames.txt"), `${[...list, picture(beats.length - 1)].join("\n")}\n`);
  const seconds = beats.at(-1)?.end ?? 0;
  const gop = String(SEGMENT_SECONDS * FPS);
  ffmpeg(tools, folder, [
    ...["-f", "concat", "-safe", "0", "-i", "frames.txt", "-i", voice, "-t", String(seconds)],
    ...["-vf", `fps=${FPS},scale=${SIZE.width}:${SIZE.height}:flags=lanczos,format=yuv420p`],
    // No B frames: the picture then starts at zero in every player, and slides gain nothing from them.
    ...["-c:v", "libx264", "-preset", "veryfast", "-tune", "stillimage", "-profile:v", "main", "-bf", "0"],
    ...[
      "-threads",
      "1",
      "-crf",
      "27",
      "-maxrate",
      "260k",
      "-bufsize",
      "520k",
      "-g",
      gop,
      "-keyint_min",
      gop,
      "-sc_threshold",
      "0",
    ],
    ...["-af", "loudnorm=I=-18:TP=-2,aresample=22050", "-ac", "1", "-c:a", "aac", "-b:a", "16k"],
    ...["-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-map_metadata", "-1"],
    ...[
      "-f",
      "hls",
      "-hls_time",
      String(SEGMENT_SECONDS),
      "-hls_playlist_type",
      "vod",
      "-hls_segment_type",
      "fmp4",
    ],
    ...["-hls_flags", "single_file+independent_segments", "-hls_segment_filename", "video.mp4", "index.m3u8"],
  ]);
}

/** Shrinks the poster until it fits its budget. */
export function encodePoster(tools: Tools, folder: string): void {
  for (const quality of [80, 70, 60, 50, 40, 30]) {
    const scale = `scale=${SIZE.width}:${SIZE.height}:flags=lanczos`;
    ffmpeg(tools, folder, [
      "-i",
      "poster.png",
      "-vf",
      scale,
      "-c:v",
      "libwebp",
      "-quality",
      `${quality}`,
      "poster.webp",
    ]);
    if (statSync(join(folder, "poster.webp")).size <= POSTER_BYTES) return;
  }
  throw new Error("the poster does not fit its budget");
}

/** Byte ranges of the init part and the segments, as the media playlist names them. */
function readPlaylist(playlist: string): Pick<Packed, "init" | "segments"> {
  const map = /#EXT-X-MAP:.*BYTERANGE="(\d+)@(\d+)"/.exec(playlist);
  if (!map) throw new Error("the playlist names no init part");
  let start = 0;
  const segments: Segment[] = [];
  for (const found of playlist.matchAll(/#EXTINF:([\d.]+),\s*#EXT-X-BYTERANGE:(\d+)@(\d+)/g)) {
    const duration = Number(found[1]);
    segments.push({
      start: round(start),
      duration: round(duration),
      offset: Number(found[3]),
      length: Number(found[2]),
    });
    start += duration;
  }
  return { init: { offset: Number(map[2]), length: Number(map[1]) }, segments };
}

/** RFC 6381 names of the two codecs, read from the decoder settings in the init part. */
function codecsOf(init: Buffer): string {
  const avc = init.indexOf("avcC", 0, "latin1");
  const esds = init.indexOf("esds", 0, "latin1");
  if (avc < 0 || esds < 0) throw new Error("the init part describes no H.264 picture or AAC voice");
  const profile = init.subarray(avc + 5, avc + 8).toString("hex");
  // The decoder specific info (tag 5, length in up to four bytes) opens with five bits of object type.
  let at = init.indexOf(Buffer.from([0x05, 0x80, 0x80, 0x80]), esds);
  at = at < 0 ? init.indexOf(0x05, esds + 8) + 2 : at + 5;
  return `avc1.${profile},mp4a.40.${init.readUInt8(at) >> 3}`;
}

/** The master playlist, with the rates that the file really has. */
function masterPlaylist(codecs: string, segments: readonly Segment[]): string {
  const rate = (bytes: number, seconds: number): number => Math.ceil((bytes * 8) / seconds);
  const bytes = segments.reduce((sum, segment) => sum + segment.length, 0);
  const seconds = segments.reduce((sum, segment) => sum + segment.duration, 0);
  // A peak counts over at least half a segment; a shorter rest at the end would say nothing.
  const full = segments.filter((segment) => segment.duration >= SEGMENT_SECONDS / 2);
  const peak = Math.max(...full.map((segment) => rate(segment.length, segment.duration)));
  return [
    "#EXTM3U",
    "#EXT-X-VERSION:7",
    "#EXT-X-INDEPENDENT-SEGMENTS",
    `#EXT-X-STREAM-INF:BANDWIDTH=${peak},AVERAGE-BANDWIDTH=${rate(bytes, seconds)},CODECS="${codecs}",RESOLUTION=${SIZE.width}x${SIZE.height},FRAME-RATE=${FPS}.000`,
    "index.m3u8",
    "",
  ].join("\n");
}

/** Reads back what was encoded and writes the master playlist beside it. */
export function pack(folder: string): Packed {
  const file = readFileSync(join(folder, "video.mp4"));
  const { init, segments } = readPlaylist(readFileSync(join(folder, "index.m3u8"), "utf8"));
  const codecs = codecsOf(file.subarray(init.offset, init.offset + init.length));
  writeFileSync(join(folder, "master.m3u8"), masterPlaylist(codecs, segments));
  return { bytes: file.length, mime: `video/mp4; codecs="${codecs}"`, init, segments };
}
