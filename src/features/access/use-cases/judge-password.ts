import type { AccountId } from "#kernel/identifiers.ts";
import type { Result } from "#kernel/result.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import type { Work } from "#platform/db/work.ts";
import { judgePassword, type PasswordRefusal } from "#platform/web/password-strength.ts";
import { findAccount } from "../repository/accounts.ts";

/** Whether a new password is hard to guess, also for somebody who knows its owner. */
export async function judgeNewPassword(
  work: Work,
  accountId: AccountId,
  password: string,
): Promise<Result<void, PasswordRefusal>> {
  const { displayName, email, phoneCipher } = await findAccount(work.tx, accountId);
  const phone = phoneCipher && decryptField(phoneCipher);
  return judgePassword(
    password,
    [displayName, email, phone].filter((word) => word !== null),
  );
}
