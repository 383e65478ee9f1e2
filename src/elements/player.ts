import { type Controls, controlsFor, type Texts } from "#elements/player-controls.ts";
import { canFeed, feed, type Media } from "#elements/player-loader.ts";
import { type Standing, Tracker } from "#elements/player-tracker.ts";

/** Seconds past the frontier that a jump may reach. */
const LEEWAY = 1;

/**
 * <lesson-player>: makes the plain video inside survive a bad network, be watched in order, and report what was
 * watched. Without scripts the video still plays, and the text below is the way to finish.
 */
class LessonPlayer extends HTMLElement {
  #standing: Standing = { frontier: 0, gate: null, isDone: false, isSuperseded: false };

  connectedCallback() {
    const video = this.querySelector("video");
    const { lesson, source, media: json, texts: words } = this.dataset;
    if (!video || !lesson || !source || !json || !words) return;
    const media = JSON.parse(json) as Media;
    const texts = JSON.parse(words) as Texts;
    this.#standing = {
      frontier: Number(this.dataset.frontier ?? 0),
      gate: this.dataset.checkpoint ? Number(this.dataset.checkpoint) : null,
      isDone: this.dataset.done === "1",
      isSuperseded: false,
    };
    const track = video.querySelector("track");
    if (canFeed(media.mime)) {
      for (const child of video.querySelectorAll("source")) child.remove();
      feed(video, source, media);
    }
    if (track?.track) track.track.mode = "showing";
    const controls = controlsFor(video, texts);
    this.append(controls.element);
    const tracker = new Tracker(video, lesson, Math.floor(media.duration), (standing) =>
      this.#hear(standing, video, controls, texts),
    );
    video.addEventListener("seeking", () => this.#holdBack(video, tracker, controls, texts));
    video.addEventListener("timeupdate", () => this.#stopAtGate(video, tracker, controls, texts));
    video.addEventListener("ratechange", () => {
      if (video.playbackRate > 1.5) video.playbackRate = 1.5;
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") video.pause();
    });
    if (this.#standing.frontier > 1 && !this.#standing.isDone)
      video.currentTime = this.#standing.frontier - 1;
  }

  #hear(standing: Standing | null, video: HTMLVideoElement, controls: Controls, texts: Texts): void {
    if (!standing) {
      controls.say(texts.offline);
      return;
    }
    const wasDone = this.#standing.isDone;
    this.#standing = standing;
    if (standing.isSuperseded) {
      video.pause();
      controls.say(texts.superseded);
    } else if (standing.isDone && !wasDone) {
      controls.say(texts.done);
      location.reload(); // the page now offers the next lesson
    } else controls.say(this.#isAtGate(video) ? texts.checkpoint : texts.saved);
  }

  /** Free to go back; forward only over what was watched, until the lesson is done. */
  #holdBack(video: HTMLVideoElement, tracker: Tracker, controls: Controls, texts: Texts): void {
    if (this.#standing.isDone) return;
    const limit = Math.max(this.#standing.frontier, tracker.reached) + LEEWAY;
    if (video.currentTime <= limit) return;
    video.currentTime = Math.max(0, limit - LEEWAY);
    controls.say(texts.locked);
  }

  #isAtGate(video: HTMLVideoElement): boolean {
    const { gate, isDone } = this.#standing;
    return gate !== null && !isDone && video.currentTime >= gate;
  }

  #stopAtGate(video: HTMLVideoElement, tracker: Tracker, controls: Controls, texts: Texts): void {
    if (!this.#isAtGate(video) || video.paused) return;
    video.pause();
    controls.say(texts.checkpoint);
    void tracker.send().then(() => {
      const question = document.getElementById("pertanyaan");
      question?.scrollIntoView({ block: "start" });
      question?.focus();
    });
  }
}

customElements.define("lesson-player", LessonPlayer);
