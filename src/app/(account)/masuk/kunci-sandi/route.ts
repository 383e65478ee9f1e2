import { signInByPasskeyCommand } from "#features/access/actions/passkey.ts";

/** The device's answer opens a session. */
export const POST = signInByPasskeyCommand;
