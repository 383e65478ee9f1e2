/** Line drawings on a grid of 96 x 96, one for each category; stroke and size come from the slide. */
const DRAWINGS: Readonly<Record<string, string>> = {
  digital:
    '<rect x="16" y="20" width="64" height="42" rx="5"/><path d="M8 74h80M38 62v12M58 62v12M36 41l8 8 16-17"/>',
  bisnis: '<path d="M22 12h40l14 14v58H22zM62 12v14h14M34 28h14M36 70V58M49 70V48M62 70V38"/>',
  layanan: '<path d="M18 34h60l-5 50H23zM34 42V26a14 14 0 0 1 28 0v16"/><path d="M36 60c3 9 21 9 24 0"/>',
  kuliner:
    '<path d="M18 42h50v18a22 22 0 0 1-22 22h-6a22 22 0 0 1-22-22zM68 48h6a9 9 0 0 1 0 18h-7M10 88h66"/><path d="M32 32c-5-6 5-9 0-16M44 32c-5-6 5-9 0-16M56 32c-5-6 5-9 0-16"/>',
  teknik:
    '<path d="M64 14a18 18 0 0 0-21 24L16 65a9 9 0 0 0 14 14l27-27a18 18 0 0 0 24-21L69 42 55 40l-3-14z"/><circle cx="23" cy="72" r="2"/>',
  kreatif:
    '<path d="M14 82c16-28 34-6 44-28S78 26 80 14"/><path d="M80 14 44 50l-4 12 12-4 34-36zM70 24l6 6"/><circle cx="22" cy="26" r="9"/><path d="M22 20v12M16 26h12"/>',
  karier:
    '<rect x="12" y="30" width="72" height="50" rx="6"/><path d="M36 30v-8a5 5 0 0 1 5-5h14a5 5 0 0 1 5 5v8M12 52c22 10 50 10 72 0M44 58h8"/>',
  kesehatan:
    '<path d="M48 82S14 62 14 38a18 18 0 0 1 34-9 18 18 0 0 1 34 9c0 24-34 44-34 44z"/><path d="M14 48h18l6-11 9 22 7-15 4 4h24"/>',
  pertanian:
    '<path d="M48 84V46M48 58C26 60 18 46 18 30c20 0 30 10 30 28zM48 46c0-18 12-28 32-30 0 20-12 32-32 30z"/><path d="M22 84h52"/>',
};

const FALLBACK = '<circle cx="48" cy="48" r="32"/><path d="M32 50l11 11 22-25"/>';

/** The drawing of a category, in white strokes. */
export const motif = (category: string, size: number): string =>
  `<svg viewBox="0 0 96 96" width="${size}" height="${size}" fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round">${DRAWINGS[category] ?? FALLBACK}</svg>`;

/** Kawung, a batik pattern of four petals, faint on the accent band. */
export const kawung = (id: string): string => `<svg class="kawung" width="100%" height="100%"><defs>
<pattern id="${id}" width="80" height="80" patternUnits="userSpaceOnUse"><g fill="#fff">
<ellipse cx="20" cy="20" rx="9" ry="21" transform="rotate(-45 20 20)"/><ellipse cx="60" cy="20" rx="9" ry="21" transform="rotate(45 60 20)"/>
<ellipse cx="20" cy="60" rx="9" ry="21" transform="rotate(45 20 60)"/><ellipse cx="60" cy="60" rx="9" ry="21" transform="rotate(-45 60 60)"/>
</g></pattern></defs><rect width="100%" height="100%" fill="url(#${id})"/></svg>`;
