/** A private photo as a response: for this viewer and this moment, and nothing but a picture. */
export function privatePhoto(jpeg: Uint8Array<ArrayBuffer>): Response {
  return new Response(jpeg, {
    headers: {
      "content-type": "image/jpeg",
      "content-disposition": "inline",
      "cache-control": "private, no-store",
      "content-security-policy": "sandbox; default-src 'none'",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
  });
}
