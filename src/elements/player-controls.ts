export type Texts = {
  readonly play: string;
  readonly pause: string;
  readonly speed: string;
  readonly back: string;
  readonly captionsOn: string;
  readonly captionsOff: string;
  /** "{now} dari {all}" */
  readonly position: string;
  readonly locked: string;
  readonly saved: string;
  readonly offline: string;
  readonly checkpoint: string;
  readonly done: string;
  readonly superseded: string;
};

export type Controls = { readonly element: HTMLElement; say(text: string): void };

const SPEEDS = [1, 1.25, 1.5, 0.75];
const BACK_SECONDS = 10;

/** Controls in the person's language; the browser's own speak the browser's. */
export function controlsFor(video: HTMLVideoElement, texts: Texts): Controls {
  video.controls = false;
  const element = document.createElement("div");
  element.className = "player-bar";
  const play = button(texts.play, () => (video.paused ? void video.play() : video.pause()));
  const back = button(texts.back, () => {
    video.currentTime = Math.max(0, video.currentTime - BACK_SECONDS);
  });
  const speed = button(`${texts.speed} 1×`, () => {
    video.playbackRate = SPEEDS[(SPEEDS.indexOf(video.playbackRate) + 1) % SPEEDS.length] ?? 1;
  });
  const captions = button(texts.captionsOff, () => {
    const [track] = video.textTracks;
    if (track) track.mode = track.mode === "showing" ? "hidden" : "showing";
    captions.textContent = track?.mode === "showing" ? texts.captionsOff : texts.captionsOn;
  });
  const slider = positionSlider(video, texts);
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  video.addEventListener("play", () => label(play, texts.pause));
  video.addEventListener("pause", () => label(play, texts.play));
  video.addEventListener("ratechange", () => label(speed, `${texts.speed} ${video.playbackRate}×`));
  video.addEventListener("click", () => play.click());
  element.append(slider, play, back, speed, captions, status);
  return {
    element,
    say: (text) => {
      if (status.textContent !== text) status.textContent = text;
    },
  };
}

function positionSlider(video: HTMLVideoElement, texts: Texts): HTMLInputElement {
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = "0";
  slider.step = "1";
  slider.value = "0";
  slider.setAttribute(
    "aria-label",
    texts.position.replace("{now}", "").replace("{all}", "").trim() || "Video",
  );
  const show = () => {
    slider.max = String(Math.floor(video.duration || 0));
    slider.value = String(Math.floor(video.currentTime));
    const words = texts.position
      .replace("{now}", clock(video.currentTime))
      .replace("{all}", clock(video.duration || 0));
    slider.setAttribute("aria-valuetext", words);
  };
  for (const event of ["timeupdate", "durationchange", "seeked"]) video.addEventListener(event, show);
  slider.addEventListener("change", () => {
    video.currentTime = Number(slider.value);
  });
  return slider;
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}

function label(target: HTMLElement, text: string): void {
  target.textContent = text;
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
