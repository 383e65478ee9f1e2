import type { Fields } from "#elements/office-sender.ts";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What stands in the form now. */
export function readForm(form: HTMLFormElement): Fields {
  return Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

export function fillForm(form: HTMLFormElement, fields: Fields): void {
  for (const control of controlsOf(form)) {
    const value = fields[control.name] ?? "";
    if (control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox"))
      control.checked = control.value === value;
    else if (control.type !== "hidden") control.value = value;
  }
}

/** The names that may not stay empty. */
export function requiredNames(form: HTMLFormElement): string[] {
  const names = controlsOf(form).flatMap((control) => (control.required ? [control.name] : []));
  return [...new Set(names)];
}

type Told = {
  readonly title: string;
  /** Field name -> sentence. */
  readonly errors: Fields;
  readonly message: string | null;
};

/** Sentences at their fields, and a summary above the form that takes the focus and leads to them. */
export function showErrors(form: HTMLFormElement, { title, errors, message }: Told): void {
  hideErrors(form);
  for (const [name, sentence] of Object.entries(errors)) showAtField(form, name, sentence);
  const summary = make("div", "petal grid gap-3 border-2 border-danger bg-danger-soft p-5");
  summary.setAttribute("role", "alert");
  summary.tabIndex = -1;
  summary.dataset.told = "";
  summary.append(make("h2", "", title));
  if (message) summary.append(make("p", "", message));
  const list = make("ul", "grid");
  for (const [name, sentence] of Object.entries(errors)) {
    const link = make(
      "a",
      "flex min-h-11 items-center font-semibold text-danger underline underline-offset-4",
      sentence,
    );
    link.setAttribute("href", `#${name}`);
    const line = make("li", "");
    line.append(link);
    list.append(line);
  }
  summary.append(list);
  form.prepend(summary);
  summary.focus();
}

export function hideErrors(form: HTMLFormElement): void {
  for (const told of form.querySelectorAll("[data-told]")) told.remove();
  for (const control of form.querySelectorAll("[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
    const kept = control.getAttribute("data-described");
    if (kept) control.setAttribute("aria-describedby", kept);
    else control.removeAttribute("aria-describedby");
  }
}

function showAtField(form: HTMLFormElement, name: string, sentence: string): void {
  const control = form.querySelector(`#${CSS.escape(name)}`);
  if (!control) return;
  const line = make("p", "font-semibold text-danger", sentence);
  line.id = `${name}-error`;
  line.dataset.told = "";
  const legend = control.closest("fieldset")?.querySelector("legend");
  const label = form.querySelector(`label[for="${CSS.escape(name)}"]`);
  if (legend) legend.after(line);
  else if (label) label.after(line);
  else control.closest("label")?.before(line);
  const described = control.getAttribute("aria-describedby");
  if (described) control.setAttribute("data-described", described);
  control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby", [described, line.id].filter(Boolean).join(" "));
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>("input[name], select[name], textarea[name]")];
}

/** An element with its classes and words. */
export function make(tag: string, classes: string, text?: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = classes;
  if (text !== undefined) element.textContent = text;
  return element;
}
