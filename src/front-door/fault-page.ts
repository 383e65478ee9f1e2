import { isLocale, type Locale, messagesFor } from "#i18n/messages.ts";

/**
 * What a person sees when a page broke: plain words, a reference number, a way on. Next would send an empty page that
 * only its scripts could fill.
 */
export function faultPage(locale: Locale, reference: string): string {
  const { product, simulation, faults, form } = messagesFor(locale).shell;
  const { title, text, action } = faults.broken;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} — ${product}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/fault.css">
</head>
<body>
<p class="note">${simulation}</p>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p>${form.reference.replace("{reference}", `<strong>${reference}</strong>`)}</p>
<p><a href="/">${action}</a></p>
</main>
</body>
</html>`;
}

/** The language cookie of a raw request. */
export function localeOf(cookieHeader: string | undefined): Locale {
  const chosen = /(?:^|;\s*)bahasa=(\w+)/.exec(cookieHeader ?? "")?.[1];
  return isLocale(chosen) ? chosen : "id";
}
