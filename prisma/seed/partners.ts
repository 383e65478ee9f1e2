import { database } from "#platform/db/client.ts";
import { encryptField } from "#platform/db/field-encryption.ts";

/** Credentials that everybody may know: they exist in the demo only, and docs/partners.md shows calls made with them. */
const demoClients = {
  provider: { code: "lembaga-demo", signKey: "kunci-lembaga-demo" },
  platform: { code: "platform-demo", signKey: "kunci-platform-demo" },
} as const;

/** Where the demo's provider and platform get people back. */
const REDIRECT_URIS = [
  "http://localhost:9010/kembali",
  "http://127.0.0.1:9010/kembali",
  "https://lembaga.example/kembali",
  "https://lp.example/cb",
];

/** One system of the provider and one of the platform that lembaga@ and platform@ of the cast speak for. */
export async function seedPartnerClients(now: Date): Promise<void> {
  const [provider, platform] = await Promise.all([
    database().account.findUnique({ where: { email: "lembaga@contoh.test" } }),
    database().account.findUnique({ where: { email: "platform@contoh.test" } }),
  ]);
  const first = await database().platform.findFirstOrThrow({ orderBy: { slug: "asc" } });
  await insertClient("provider", provider?.providerSlug ?? null, now);
  await insertClient("platform", platform?.platformSlug ?? first.slug, now);
}

async function insertClient(
  kind: "provider" | "platform",
  ownerSlug: string | null,
  now: Date,
): Promise<void> {
  if (!ownerSlug) return;
  const { code, signKey } = demoClients[kind];
  await database().partnerClient.create({
    data: {
      ...{ code, kind, ownerSlug },
      signKeyCipher: encryptField(signKey),
      redirectUris: REDIRECT_URIS,
      createdAt: now,
    },
  });
}
