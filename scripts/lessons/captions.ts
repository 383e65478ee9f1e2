import { escapeMarkup, type TimedBeat } from "./timeline.ts";

const LINE = 42;

const clock = (seconds: number): string => {
  const whole = Math.floor(seconds);
  const two = (value: number): string => String(value).padStart(2, "0");
  const millis = String(Math.round((seconds - whole) * 1000)).padStart(3, "0");
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${millis}`;
};

/** Breaks a long sentence into lines of about equal length. */
function wrap(text: string): string {
  const width = text.length / Math.ceil(text.length / LINE);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length / 2 > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}

/** WebVTT captions: one cue for each sentence, gone shortly after the voice falls silent. */
export function captionsOf(beats: readonly TimedBeat[]): string {
  const cues = beats.map((beat, at) => {
    const end = Math.min(beat.end, beat.voiceEnd + 0.3);
    return `${at + 1}\n${clock(beat.start)} --> ${clock(end)}\n${wrap(escapeMarkup(beat.text))}\n`;
  });
  return ["WEBVTT\n", ...cues].join("\n");
}
