import { initialsOf, problemsOf } from "#elements/office-check.ts";
import { fillForm, hideErrors, readForm, requiredNames, showErrors } from "#elements/office-form.ts";
import { type OfficeWords, recordLine, wordsOf } from "#elements/office-list.ts";
import { type Fields, postTo, type QueuedRecord, type Sent, sendWaiting } from "#elements/office-sender.ts";
import { type OfficeStore, openOfficeStore } from "#elements/office-store.ts";

/** A network slower than this counts as none. */
const PATIENCE = 20_000;
const TRY_AGAIN = 60_000;

/**
 * <office-queue officer="..." send="/dinas/bantu/kirim" words="{...}"> around the form, a [data-list] and a
 * [data-status]: keeps filled forms on the device and sends them when there is a network.
 */
export class OfficeQueue extends HTMLElement {
  #store: OfficeStore | null = null;
  #editing: QueuedRecord | null = null;
  #isSending = false;
  #timer = 0;

  connectedCallback() {
    void this.#begin();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
    window.removeEventListener("online", this.#send);
  }

  async #begin() {
    this.#store = await openOfficeStore();
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#save();
    });
    this.querySelector("[data-send]")?.addEventListener("click", this.#send);
    window.addEventListener("online", this.#send);
    this.#timer = window.setInterval(this.#send, TRY_AGAIN);
    this.setAttribute("ready", "");
    await this.#draw();
    this.#send();
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector("form[data-record]");
    if (form instanceof HTMLFormElement) return form;
    throw new Error("<office-queue> stands around a form");
  }

  get #words(): OfficeWords {
    return wordsOf(this.getAttribute("words"));
  }

  get #officer(): string {
    return this.getAttribute("officer") ?? "";
  }

  async #save() {
    const [form, words] = [this.#form, this.#words];
    const fields = readForm(form);
    const problems = problemsOf(fields, requiredNames(form));
    if (Object.keys(problems).length > 0) {
      const errors = Object.fromEntries(
        Object.entries(problems).map(([name, code]) => [name, words.problems[code] ?? code]),
      );
      showErrors(form, { title: words.errorTitle, errors, message: null });
      return;
    }
    await this.#store?.put(this.#recordOf(fields), fields);
    this.#editing = null;
    hideErrors(form);
    form.reset();
    this.#say(words.saved);
    await this.#draw();
    this.#send();
  }

  #recordOf(fields: Fields): QueuedRecord {
    return {
      id: this.#editing?.id ?? crypto.randomUUID(),
      officer: this.#officer,
      initials: initialsOf(fields.fullName ?? ""),
      savedAt: this.#editing?.savedAt ?? new Date().toISOString(),
      state: "waiting",
      errors: {},
      message: null,
      page: null,
    };
  }

  /** Sends what waits; while that lasts, another call does nothing. */
  #send = () => {
    if (this.#isSending || !this.#store) return;
    this.#isSending = true;
    void this.#sendNow(this.#store).finally(() => {
      this.#isSending = false;
    });
  };

  async #sendNow(store: OfficeStore) {
    const post = postTo(this.getAttribute("send") ?? "", (address, init) => fetch(address, init), PATIENCE);
    const send = async () => sendWaiting(store, this.#officer, post);
    // One window of the browser sends at a time.
    const sent = await ("locks" in navigator ? navigator.locks.request("office-queue", send) : send());
    await this.#draw();
    this.#sayHowItWent(sent);
  }

  #sayHowItWent(sent: Sent) {
    const line = this.querySelector("[data-network]");
    if (line) line.textContent = this.#words.network[sent];
  }

  async #draw() {
    const list = this.querySelector("[data-list]");
    if (!this.#store || !list) return;
    const records = (await this.#store.list())
      .filter((record) => record.officer === this.#officer)
      .toSorted((one, other) => (one.savedAt < other.savedAt ? 1 : -1));
    const lines = records.map((record) =>
      recordLine(record, this.#words, {
        edit: () => void this.#edit(record),
        remove: () => void this.#remove(record),
      }),
    );
    list.replaceChildren(...lines);
    this.querySelector("[data-none]")?.toggleAttribute("hidden", records.length > 0);
  }

  async #edit(record: QueuedRecord) {
    const fields = await this.#store?.fieldsOf(record.id);
    if (!fields) return;
    this.#editing = record;
    fillForm(this.#form, fields);
    showErrors(this.#form, {
      title: this.#words.errorTitle,
      errors: record.errors,
      message: record.message,
    });
  }

  async #remove(record: QueuedRecord) {
    if (record.state !== "taken" && !window.confirm(this.#words.removeSure)) return;
    await this.#store?.remove(record.id);
    await this.#draw();
  }

  #say(sentence: string) {
    const status = this.querySelector("[data-status]");
    if (status) status.textContent = sentence;
  }
}
