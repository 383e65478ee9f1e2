import { offerPasskeySignInCommand } from "#features/access/actions/passkey.ts";

/** A challenge for whatever passkey the device has. */
export const POST = offerPasskeySignInCommand;
