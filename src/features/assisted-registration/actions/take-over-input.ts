import { z } from "zod";
import { newPassword } from "#features/account/schema.ts";
import { takeOverInput } from "../schema.ts";

/** Who the person is and their code, with a password by the rules of every account. */
export const takeOverWithPasswordInput = z.intersection(takeOverInput, z.object({ password: newPassword }));
