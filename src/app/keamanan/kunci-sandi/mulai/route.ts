import { offerNewPasskeyCommand } from "#features/access/actions/passkey.ts";

/** A challenge for a new passkey. */
export const POST = offerNewPasskeyCommand;
