import { z } from "zod";

const email = z
  .string("required")
  .trim()
  .toLowerCase()
  .min(1, "required")
  .max(254, "too-long")
  .pipe(z.email("email-shape"));

const newPassword = z.string("required").min(10, "password-short").max(200, "too-long");

export const registerAccountInput = z.object({
  displayName: z.string("required").trim().min(2, "name-short").max(100, "too-long"),
  email,
  password: newPassword,
});

export const emailOnlyInput = z.object({ email });

export const tokenInput = z.object({
  tokenId: z.string().min(1, "link-broken"),
  token: z.string().min(1, "link-broken"),
});

export const resetPasswordInput = tokenInput.extend({ password: newPassword });
