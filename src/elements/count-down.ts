const MINUTE = 60_000;
/** When a reader hears how much is left. */
const SPOKEN_AT = [5, 1];

/**
 * <count-down until="ISO" server-now="ISO" text-left="tersisa {time}" text-spoken="Sisa {minutes} menit"
 *   text-over="Waktu habis">fallback</count-down>
 * The server's clock counts, not the phone's: only the time since the page came is measured here.
 */
export class CountDown extends HTMLElement {
  #timer = 0;

  connectedCallback() {
    const left =
      Date.parse(this.getAttribute("until") ?? "") - Date.parse(this.getAttribute("server-now") ?? "");
    if (Number.isNaN(left)) return;
    const face = document.createElement("span");
    const voice = document.createElement("span");
    // A face that changes each second must not be read each second.
    face.setAttribute("role", "timer");
    face.setAttribute("aria-live", "off");
    voice.setAttribute("aria-live", "polite");
    voice.className = "sr-only";
    this.replaceChildren(face, voice);
    this.#run(face, voice, performance.now() + left);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  #run(face: HTMLElement, voice: HTMLElement, end: number) {
    let spoken = (end - performance.now()) / MINUTE;
    const tick = () => {
      const left = Math.max(0, end - performance.now());
      face.textContent = this.#words("text-left", "{time}").replace("{time}", clockOf(left));
      for (const minutes of SPOKEN_AT) {
        if (left / MINUTE <= minutes && spoken > minutes) {
          voice.textContent = this.#words("text-spoken", "{minutes}").replace("{minutes}", String(minutes));
          spoken = minutes;
        }
      }
      if (left > 0) return;
      clearInterval(this.#timer);
      const over = this.getAttribute("text-over");
      if (over) {
        face.textContent = over;
        voice.textContent = over;
      }
      this.dispatchEvent(new Event("over", { bubbles: true }));
    };
    tick();
    this.#timer = window.setInterval(tick, 1000);
  }

  #words(attribute: string, otherwise: string) {
    return this.getAttribute(attribute) ?? otherwise;
  }
}

/** 1:02:03 or 02:03. */
function clockOf(milliseconds: number) {
  const seconds = Math.ceil(milliseconds / 1000);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, "0"));
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${parts.join(":")}` : parts.join(":");
}
