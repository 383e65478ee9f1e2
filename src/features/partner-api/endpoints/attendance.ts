import { env } from "#env.ts";
import { defineEndpoint, done } from "../endpoint.ts";
import {
  commitOutput,
  presenceInput,
  presenceOutput,
  redeemCodeInput,
  statusInput,
  statusOutput,
} from "../schema/redeem-code.ts";
import { commitCode, resetCode } from "../use-cases/commit-code.ts";
import { startPresence } from "../use-cases/start-presence.ts";
import { courseOf, tellStatus } from "../use-cases/tell-status.ts";

const subjectOf = ({ redeem_code }: { readonly redeem_code: string }) => redeem_code;

export const statusEndpoint = defineEndpoint({
  path: "/api/v1/integration/payment/redeem-code/status",
  kind: "provider",
  summary: "Status kode redeem dan kehadiran pada satu bagian pelatihan",
  input: statusInput,
  output: statusOutput,
  changes: false,
  subjectOf,
  run: (call, { redeem_code, sequence }) => tellStatus(call, { redeemCode: redeem_code, sequence }),
});

export const commitEndpoint = defineEndpoint({
  path: "/api/v1/integration/payment/redeem-code/commit",
  kind: "provider",
  summary: "Menyatakan kode redeem dipakai (klien lama dan pelatihan tatap muka)",
  input: redeemCodeInput,
  output: commitOutput,
  changes: true,
  subjectOf,
  run: (call, { redeem_code }) => commitCode(call, { redeemCode: redeem_code }),
});

export const resetEndpoint = defineEndpoint({
  path: "/api/v1/integration/payment/redeem-code/reset",
  kind: "provider",
  summary: "Mengembalikan kode latihan PRAT- ke keadaan awal",
  input: redeemCodeInput,
  output: statusOutput,
  changes: true,
  subjectOf,
  run: (call, { redeem_code }) => resetCode(call, { redeemCode: redeem_code }),
});

export const presenceEndpoint = defineEndpoint({
  path: "/api/v1/integration/oauth/url-generate",
  kind: "provider",
  summary: "Alamat halaman kehadiran untuk peserta, 15 menit, satu kali",
  input: presenceInput,
  output: presenceOutput,
  changes: true,
  subjectOf,
  run: async (call, { redeem_code, redirect_uri, email, sequence }) => {
    const started = await startPresence(call, {
      ...{ redeemCode: redeem_code, redirectUri: redirect_uri, email, sequence },
    });
    if (!started.ok) return started;
    const { state, found } = started.value;
    return done({ url: `${env().APP_URL}/kehadiran/${state}`, state, course: courseOf(found.mode) });
  },
});
