/**
 * <passkey-button act="use" door="/masuk/kunci-sandi" text-busy="..." text-failed="..."><button hidden>...</button>
 * <p role="status"></p></passkey-button>: shows its button where the device knows passkeys, asks the door for a
 * challenge, lets the device answer it, and goes where the door says.
 */
class PasskeyButton extends HTMLElement {
  #isBusy = false;

  connectedCallback() {
    const button = this.querySelector("button");
    if (!button || !knowsPasskeys()) return;
    button.hidden = false;
    button.addEventListener("click", () => void this.#press());
  }

  async #press() {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#say(this.getAttribute("text-busy"));
    const door = this.getAttribute("door") ?? "";
    try {
      const options = await post(`${door}/mulai`, {});
      const answer = this.getAttribute("act") === "make" ? await made(options) : await used(options);
      const { next } = await post(door, answer);
      location.assign(String(next));
    } catch (error) {
      this.#isBusy = false;
      this.#say(error instanceof Refusal ? error.message : this.getAttribute("text-failed"));
    }
  }

  #say(words: string | null) {
    const place = this.querySelector("[role=status]");
    if (place) place.textContent = words;
  }
}

class Refusal extends Error {}

type Options = { [name: string]: unknown };

async function post(address: string, body: unknown): Promise<Options> {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const said = (await answer.json()) as Options;
  if (!answer.ok) throw new Refusal(String(said.message));
  return said;
}

function knowsPasskeys(): boolean {
  return typeof PublicKeyCredential === "function" && "parseRequestOptionsFromJSON" in PublicKeyCredential;
}

async function made(options: Options): Promise<unknown> {
  const json = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(json);
  return jsonOf(await navigator.credentials.create({ publicKey }));
}

async function used(options: Options): Promise<unknown> {
  const json = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(json);
  return jsonOf(await navigator.credentials.get({ publicKey }));
}

function jsonOf(credential: Credential | null): unknown {
  if (!(credential instanceof PublicKeyCredential)) throw new Error("no passkey");
  return credential.toJSON();
}

customElements.define("passkey-button", PasskeyButton);
