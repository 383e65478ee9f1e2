type Range = [number, number];

/** What the server says after every beat. */
export type Standing = {
  /** First second not yet watched, as the server believes it. */
  readonly frontier: number;
  /** Second of the question that must be answered first; null when it is behind. */
  readonly gate: number | null;
  readonly isDone: boolean;
  /** Another device took over. */
  readonly isSuperseded: boolean;
};

/** What a closed page had not sent, under the session that it belongs to. */
type Unsent = {
  readonly id: string;
  readonly token: string;
  readonly sequence: number;
  readonly spans: Range[];
};

type Reply = {
  s?: string;
  t?: string;
  f?: number;
  c?: number | null;
  d?: boolean;
  sup?: boolean;
  b?: number;
};

const SAVE_EVERY_MS = 5_000;

/**
 * Turns playing into whole seconds and claims them from the server, which alone believes or refuses. What could not be
 * sent waits in the browser, so that a lost network or a closed page costs at most five seconds.
 */
export class Tracker {
  readonly #video: HTMLVideoElement;
  readonly #lesson: string;
  readonly #seconds: number;
  readonly #tell: (standing: Standing | null) => void;
  #session: { id: string; token: string } | null = null;
  #sequence = 0;
  #spans: Range[] = [];
  #late: Unsent | null;
  #beatSeconds = 15;
  #lastTime: number | null = null;
  #lastWall = 0;
  #isSending = false;

  /** `tell` gets the server's answer, or null when the network is away. */
  constructor(
    video: HTMLVideoElement,
    lesson: string,
    seconds: number,
    tell: (standing: Standing | null) => void,
  ) {
    this.#video = video;
    this.#lesson = lesson;
    this.#seconds = seconds;
    this.#tell = tell;
    this.#late = restore(this.#key);
    video.addEventListener("timeupdate", () => this.#notice());
    for (const event of ["playing", "seeked"]) video.addEventListener(event, () => this.#restart());
    // The server's clock starts with the session: what was watched before it could not be believed.
    video.addEventListener("playing", () => {
      if (!this.#session) void this.send();
    });
    for (const event of ["pause", "ended"]) video.addEventListener(event, () => void this.send());
    video.addEventListener("seeking", () => {
      this.#lastTime = null;
    });
    addEventListener("online", () => void this.send());
    if (this.#late) void this.send();
    addEventListener("pagehide", () => this.#save());
    setInterval(() => this.#save(), SAVE_EVERY_MS);
    this.#beat();
  }

  /** The furthest second seen in this browser, believed or not yet. */
  get reached(): number {
    return Math.max(0, ...this.#spans.map(([, end]) => end));
  }

  /** Sends what is there; keeps it when the network is away. */
  async send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      await this.#sendLate();
      if (!this.#session && !this.#video.paused) await this.#begin();
      const ranges = this.#whole();
      if (this.#session && ranges.length > 0) await this.#claim(ranges);
    } catch {
      this.#tell(null);
    } finally {
      this.#isSending = false;
      this.#save();
    }
  }

  #beat(): void {
    setTimeout(() => {
      if (!this.#video.paused || this.#whole().length > 0) void this.send();
      this.#beat();
    }, this.#beatSeconds * 1_000);
  }

  /** Before a session begins: what the one before had earned is claimed by itself, whoever opened this page. */
  async #sendLate(): Promise<void> {
    const late = this.#late;
    if (!late) return;
    const r = this.#whole(late.spans);
    const body = { s: late.id, t: late.token, n: late.sequence + 1, r, l: this.#lesson };
    try {
      if (r.length > 0) await post("/tonton/denyut", body);
    } catch (error) {
      // The network is away: later. An answer that refuses it would refuse it again.
      if (error instanceof TypeError) throw error;
    }
    this.#late = null;
  }

  async #begin(): Promise<void> {
    const reply = await post("/tonton/mulai", { lesson: this.#lesson });
    this.#session = { id: reply.s ?? "", token: reply.t ?? "" };
    this.#sequence = 0;
    this.#hear(reply);
  }

  async #claim(ranges: Range[]): Promise<void> {
    const session = this.#session;
    if (!session) return;
    this.#sequence += 1;
    const reply = await post("/tonton/denyut", {
      ...{ s: session.id, t: session.token, n: this.#sequence, r: ranges, l: this.#lesson },
    });
    // What the clock had no time for yet is claimed again by the next beat.
    const believed = Math.min(Math.max(...ranges.map(([, end]) => end)), reply.f ?? 0);
    this.#spans = this.#spans
      .filter(([, end]) => end > believed + 0.9)
      .map(([from, end]) => [Math.max(from, believed), end]);
    this.#hear(reply);
    // Another player has the clock: whoever presses play here again takes it back.
    if (reply.sup) this.#session = null;
  }

  #hear(reply: Reply): void {
    this.#beatSeconds = reply.b ?? this.#beatSeconds;
    this.#tell({
      frontier: reply.f ?? 0,
      gate: reply.c ?? null,
      isDone: reply.d ?? false,
      isSuperseded: reply.sup ?? false,
    });
  }

  /** Only time that really passed while the page was seen is counted. */
  #notice(): void {
    const { currentTime, playbackRate, seeking } = this.#video;
    const wall = performance.now();
    if (this.#lastTime !== null && !seeking && document.visibilityState === "visible") {
      const step = currentTime - this.#lastTime;
      const passed = (wall - this.#lastWall) / 1_000;
      if (step > 0 && step <= passed * playbackRate * 1.3 + 0.4) this.#add(this.#lastTime, currentTime);
    }
    this.#lastTime = seeking ? null : currentTime;
    this.#lastWall = wall;
  }

  #restart(): void {
    this.#lastTime = this.#video.currentTime;
    this.#lastWall = performance.now();
  }

  #add(from: number, end: number): void {
    const near = this.#spans.find((span) => from <= span[1] + 0.4 && end >= span[0] - 0.4);
    if (near) {
      near[0] = Math.min(near[0], from);
      near[1] = Math.max(near[1], end);
    } else this.#spans.push([from, end]);
  }

  #whole(spans = this.#spans): Range[] {
    const last = this.#seconds - 0.5;
    return spans
      .map(
        ([from, end]): Range => [
          Math.max(0, Math.ceil(from - 0.35)),
          end >= last ? this.#seconds : Math.floor(end + 0.1),
        ],
      )
      .filter(([from, end]) => end > from)
      .slice(0, 8);
  }

  get #key(): string {
    return `tonton:${this.#lesson}`;
  }

  /** What waits longest is kept first. Seconds without a session are nobody's yet. */
  #save(): void {
    const session = this.#session;
    const own = session && { ...session, sequence: this.#sequence, spans: this.#spans.slice(0, 8) };
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#late ?? own));
    } catch {
      // A full or closed store costs only the unsent seconds.
    }
  }
}

function restore(key: string): Unsent | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return isUnsent(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isUnsent(kept: unknown): kept is Unsent {
  return typeof kept === "object" && kept !== null && "token" in kept && "spans" in kept;
}

/** Posts JSON as plain text. Throws when the server is away, and when it asks to begin again. */
async function post(path: string, body: object): Promise<Reply> {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "text/plain" },
    body: JSON.stringify(body),
    keepalive: true,
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Reply;
}
