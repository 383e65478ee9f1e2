import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { readPrivateFile, removePrivateFile, writePrivateFile } from "#platform/storage/private-files.ts";
import { openObjectStore } from "../../support/object-store.ts";

// Set before anything of the portal reads its settings: this file's portal keeps its files in a bucket.
const store = await openObjectStore("simulasi", "simulasi-secret");
Object.assign(process.env, {
  STORAGE_URL: `s3://portal-documents/ktp?region=ap-southeast-3&endpoint=${encodeURIComponent(store.url)}`,
  S3_ACCESS_KEY: "simulasi",
  S3_SECRET_KEY: "simulasi-secret",
});

const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from("a photo of a KTP"), 0xff, 0xd9]);

beforeEach(() => {
  store.objects.clear();
  store.requests.length = 0;
});
afterAll(() => store.close());

describe("a private file in a bucket", () => {
  test("is written, read and removed by signed requests for its own object", async () => {
    await writePrivateFile("id-card/one", photo);
    expect(await readPrivateFile("id-card/one")).toEqual(photo);
    await removePrivateFile("id-card/one");
    expect(store.requests).toEqual([
      "PUT /portal-documents/ktp/id-card/one",
      "GET /portal-documents/ktp/id-card/one",
      "DELETE /portal-documents/ktp/id-card/one",
    ]);
    expect(store.objects.size).toBe(0);
  });

  test("lies there encrypted: whoever holds the bucket sees no photo", async () => {
    await writePrivateFile("id-card/two", photo);
    const [kept] = store.objects.values();
    expect(kept?.includes("photo of a KTP")).toBe(false);
    expect(kept?.includes(Buffer.from(photo).toString("base64"))).toBe(false);
    expect(kept?.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
  });

  test("is not opened once somebody changed a bit of it", async () => {
    await writePrivateFile("id-card/three", photo);
    const [key = "", kept = Buffer.alloc(0)] = [...store.objects.entries()][0] ?? [];
    const changed = Buffer.from(kept);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    store.objects.set(key, changed);
    await expect(readPrivateFile("id-card/three")).rejects.toThrow();
  });

  test("that is not there is a fault to read, and none to remove", async () => {
    await expect(readPrivateFile("id-card/none")).rejects.toThrow();
    await expect(removePrivateFile("id-card/none")).resolves.toBeUndefined();
  });

  test("is written and read through a store that is busy for a moment", async () => {
    store.failNext(2);
    await writePrivateFile("selfie/four", photo);
    store.failNext(1);
    expect(await readPrivateFile("selfie/four")).toEqual(photo);
  });
});
