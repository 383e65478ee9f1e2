"use server";

import { defineAction } from "#platform/web/action.ts";
import { presenceDigits, presenceState } from "../schema/presence.ts";
import { confirmPresence, confirmSandboxPresence } from "../use-cases/confirm-presence.ts";
import { sendPresenceCode } from "../use-cases/send-presence-code.ts";

const limit = { points: 30, seconds: 600 };

export const sendPresenceCodeAction = defineAction({
  name: "send-presence-code",
  permission: "training:own",
  schema: presenceState,
  limit,
  run: sendPresenceCode,
  next: ({ state }) => `/kehadiran/${state}?kode=1`,
});

export const confirmPresenceAction = defineAction({
  name: "confirm-presence",
  permission: "training:own",
  schema: presenceDigits,
  limit,
  run: confirmPresence,
  fieldOf: { "code-wrong": "digits", "code-expired": "digits" },
  next: ({ state }) => `/kehadiran/${state}?selesai=1`,
});

/** Anybody may try a training code: it stands for no person. */
export const confirmSandboxPresenceAction = defineAction({
  name: "confirm-sandbox-presence",
  permission: "catalogue:read",
  schema: presenceState,
  limit: { points: 300, seconds: 600 },
  run: confirmSandboxPresence,
  next: ({ state }) => `/kehadiran/${state}?selesai=1`,
});
