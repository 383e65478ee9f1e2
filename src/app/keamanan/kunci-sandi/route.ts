import { addPasskeyCommand } from "#features/access/actions/passkey.ts";

/** The key that the device made is kept. */
export const POST = addPasskeyCommand;
