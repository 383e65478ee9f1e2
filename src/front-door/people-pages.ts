/** Pages of staff keep the framework's scripts; every other page is for people and carries none. */
const STAFF = /^\/(admin|lembaga|platform|dinas)(\/|$)/;
/** A form that a browser keeps for days without a network: it carries its own script and nothing of the framework. */
const KEPT = /^\/dinas\/bantu\/luring$/;
const NOT_PAGES = /^\/(_next|api|elements|media|ikon)\/|\.[a-z0-9]{2,12}$/;

export function isPeoplePage(path: string): boolean {
  return (KEPT.test(path) || !STAFF.test(path)) && !NOT_PAGES.test(path);
}

const SCRIPT = /<script\b(?![^>]*\bdata-keep\b)[^>]*>[\s\S]*?<\/script>/g;
const SCRIPT_HINT =
  /<link\b(?=[^>]*\brel="(?:preload|modulepreload)")(?=[^>]*\bas="script"|[^>]*\bmodulepreload)[^>]*>/g;
const MARKERS = /<!--(?:\/?\$[!?]?|\/?&|)-->/g;

/**
 * Takes the framework's scripts, script hints and hydration markers out of a page. Server actions go on working, as
 * plain forms; our own elements stay because their tag says `data-keep`.
 */
export function withoutFrameworkScripts(html: string): string {
  return html.replace(SCRIPT, "").replace(SCRIPT_HINT, "").replace(MARKERS, "");
}
