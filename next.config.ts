import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true }, // `npm test` runs the type check by itself, once
  serverExternalPackages: [
    "@node-rs/argon2",
    "pg",
    "pg-boss",
    "pino",
    "pdfkit",
    "sharp",
    "heic-decode",
    "tesseract.js",
    "write-excel-file",
    "flydrive",
    "nodemailer",
  ],
  // The checker of proofs is for saving: it works from a file, without this site and its rules for scripts.
  headers: async () => [
    {
      source: "/undian/periksa-bukti.html",
      headers: [{ key: "content-disposition", value: 'attachment; filename="periksa-bukti.html"' }],
    },
  ],
  turbopack: { root: import.meta.dirname },
  experimental: {
    serverActions: { bodySizeLimit: "11mb" },
  },
};

export default createNextIntlPlugin("./src/i18n/request.ts")(config);
