/** <show-password text-show="Tampilkan" text-hide="Sembunyikan"><input type="password"></show-password> */
export class ShowPassword extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector("input");
    if (!input || this.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "show-password";
    const show = (visible: boolean) => {
      input.type = visible ? "text" : "password";
      button.textContent = this.getAttribute(visible ? "text-hide" : "text-show");
    };
    button.addEventListener("click", () => show(input.type === "password"));
    // A browser saves only what leaves the page as a password.
    input.form?.addEventListener("submit", () => show(false));
    button.setAttribute("aria-controls", input.id);
    show(false);
    this.append(button);
  }
}
