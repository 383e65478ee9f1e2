"use server";

import { env } from "#env.ts";
import { defineAction } from "#platform/web/action.ts";
import { addressesInput, clientInput, nothingInput, revokeInput } from "../schema.ts";
import { HOME_OF_PARTNER, type PartnerKind } from "../types.ts";
import { editAddresses } from "../use-cases/edit-addresses.ts";
import { createKey, keepKey, revokeKey, rotateKey } from "../use-cases/rotate-key.ts";

const calm = { points: 60, seconds: 600 };

type Outcome = { readonly kind: PartnerKind; readonly client: string };

function clientPage(word: string) {
  return ({ kind, client }: Outcome) => `${HOME_OF_PARTNER[kind]}/kunci/${client}?hasil=${word}`;
}

export const createKeyAction = defineAction({
  name: "create-partner-key",
  permission: "partner:own",
  schema: nothingInput,
  limit: calm,
  run: createKey,
  next: clientPage("dibuat"),
});

export const rotateKeyAction = defineAction({
  name: "rotate-partner-key",
  permission: "partner:own",
  schema: clientInput,
  limit: calm,
  run: rotateKey,
  next: clientPage("diganti"),
});

export const revokeKeyAction = defineAction({
  name: "revoke-partner-key",
  permission: "partner:own",
  schema: revokeInput,
  limit: calm,
  run: revokeKey,
  next: clientPage("dicabut"),
});

export const keepKeyAction = defineAction({
  name: "keep-partner-key",
  permission: "partner:own",
  schema: clientInput,
  limit: calm,
  run: keepKey,
  next: clientPage("disimpan"),
});

export const editAddressesAction = defineAction({
  name: "edit-partner-addresses",
  permission: "partner:own",
  schema: addressesInput,
  limit: calm,
  run: (work, input) => editAddresses(work, { ...input, allowsLoopback: env().DEMO_MODE }),
  fieldOf: {
    "address-shape": "redirectUris",
    "address-not-https": "redirectUris",
    "address-private": "redirectUris",
    "redirect-with-query": "redirectUris",
    "webhook-address-shape": "webhookUrl",
    "webhook-address-not-https": "webhookUrl",
    "webhook-address-private": "webhookUrl",
  },
  next: clientPage("alamat"),
});
