import { isSignedToken, signToken } from "#platform/db/token.ts";

/**
 * Where a file of a lesson is found: an address that cannot be guessed and is the same for everybody, so that any cache
 * may keep it. Knowing it lets one look; only the server's clock gives credit.
 */
export function mediaAddress(mediaFolder: string, file: string): string {
  return `/media/${signToken("media", mediaFolder)}/${mediaFolder}/${file}`;
}

export function isMediaToken(token: string, mediaFolder: string): boolean {
  return isSignedToken(token, "media", mediaFolder);
}
