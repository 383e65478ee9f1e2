export type Media = {
  readonly mime: string;
  readonly duration: number;
  readonly init: Piece;
  readonly segments: readonly (Piece & { readonly start: number; readonly duration: number })[];
};
type Piece = { readonly offset: number; readonly length: number };

/** Seconds to keep loaded ahead of the picture. */
const AHEAD = 30;
/** Sound may end a little before its segment does. */
const TOLERANCE = 0.3;
const LONGEST_PAUSE_MS = 8_000;
const PATIENCE_MS = 25_000;

/** Whether this browser can be fed piece by piece. iPhones before 17.1 cannot: they play the file as it is. */
export function canFeed(mime: string): boolean {
  return "MediaSource" in globalThis && MediaSource.isTypeSupported(mime);
}

/**
 * Feeds a video from byte ranges of one file, a few segments ahead, and never gives up: a network that comes back goes
 * on where it left off, which the browser's own loading does not.
 */
export function feed(video: HTMLVideoElement, source: string, media: Media): void {
  const stream = new MediaSource();
  let buffer: SourceBuffer | undefined;
  let isBusy = false;
  let pauseMs = 500;
  let timer = 0;
  let aborter = new AbortController();
  video.src = URL.createObjectURL(stream);

  const pump = async () => {
    if (isBusy || timer || !buffer || stream.readyState === "closed") return;
    isBusy = true;
    try {
      for (let next = wanted(); next; next = wanted()) {
        await append(buffer, await load(next));
        pauseMs = 500;
      }
      if (stream.readyState === "open" && loadedUntil(video) >= media.duration - TOLERANCE)
        stream.endOfStream();
    } catch {
      timer = window.setTimeout(again, pauseMs);
      pauseMs = Math.min(pauseMs * 1.7, LONGEST_PAUSE_MS);
    } finally {
      isBusy = false;
    }
  };
  const again = () => {
    clearTimeout(timer);
    timer = 0;
    void pump();
  };
  const wanted = (): Piece | undefined => {
    const edge = loadedUntil(video);
    if (edge - video.currentTime > AHEAD || edge >= media.duration - TOLERANCE) return undefined;
    return media.segments.findLast((segment) => segment.start <= edge + TOLERANCE);
  };
  const load = async ({ offset, length }: Piece): Promise<ArrayBuffer> => {
    aborter = new AbortController();
    const timeout = setTimeout(() => aborter.abort(), PATIENCE_MS);
    try {
      const answer = await fetch(source, {
        headers: { range: `bytes=${offset}-${offset + length - 1}` },
        signal: aborter.signal,
      });
      if (answer.status !== 206) throw new Error(String(answer.status));
      return await answer.arrayBuffer();
    } finally {
      clearTimeout(timeout);
    }
  };

  stream.addEventListener("sourceopen", async () => {
    if (buffer) return;
    stream.duration = media.duration;
    const opened = stream.addSourceBuffer(media.mime);
    for (;;) {
      try {
        await append(opened, await load(media.init));
        break;
      } catch {
        await new Promise((done) => setTimeout(done, pauseMs));
      }
    }
    buffer = opened;
    void pump();
  });
  for (const event of ["timeupdate", "waiting", "play"]) video.addEventListener(event, () => void pump());
  video.addEventListener("seeking", () => {
    aborter.abort();
    again();
  });
  addEventListener("online", again);
}

function append(buffer: SourceBuffer, bytes: ArrayBuffer): Promise<void> {
  return new Promise((done, fail) => {
    buffer.onupdateend = () => done();
    buffer.onerror = () => fail(new Error("append"));
    buffer.appendBuffer(bytes);
  });
}

/** The end of the stretch that is loaded around the picture. */
function loadedUntil(video: HTMLVideoElement): number {
  const { buffered, currentTime } = video;
  for (let index = 0; index < buffered.length; index += 1) {
    if (buffered.start(index) - TOLERANCE <= currentTime && currentTime < buffered.end(index))
      return buffered.end(index);
  }
  return currentTime;
}
