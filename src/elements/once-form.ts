/** After this long without an answer the person may try again; the command's key keeps it from counting twice. */
const PATIENCE = 20_000;

/** <once-form><form>...</form></once-form>: a second press does nothing, and the button says that it is at work. */
export class OnceForm extends HTMLElement {
  #release: (() => void) | null = null;

  connectedCallback() {
    this.addEventListener("submit", this.#sent);
    window.addEventListener("pageshow", this.#back);
  }

  disconnectedCallback() {
    this.removeEventListener("submit", this.#sent);
    window.removeEventListener("pageshow", this.#back);
  }

  #back = () => this.#release?.();

  #sent = (event: SubmitEvent) => {
    if (this.#release) {
      event.preventDefault();
      return;
    }
    const button = event.submitter;
    // Afterwards: whoever answers this form in place has said so by then, and the button's value has been read.
    setTimeout(() => {
      if (event.defaultPrevented) return;
      const words = button?.querySelector("span") ?? button;
      const text = words?.textContent ?? "";
      const busy = button?.getAttribute("data-busy");
      button?.setAttribute("aria-disabled", "true");
      if (words && busy) words.textContent = busy;
      const timer = setTimeout(this.#back, PATIENCE);
      this.#release = () => {
        clearTimeout(timer);
        this.#release = null;
        button?.removeAttribute("aria-disabled");
        if (words) words.textContent = text;
      };
    });
  };
}
