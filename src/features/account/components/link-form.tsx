import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { verifyEmailAction } from "../actions.ts";

type Props = {
  readonly commandKey: string;
  /** What the link of the e-mail carries. */
  readonly tokenId: string;
  readonly token: string;
};

/** Uses the link that verifies an address. Opening the page alone changes nothing: mail scanners open links too. */
export async function VerifyEmailForm(props: Props) {
  const t = await getTranslations("account.verify");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={verifyEmailAction} commandKey={props.commandKey} errorTitle={form("errorTitle")}>
      <LinkFields {...props} />
      <SubmitButton size="large" busyText={t("busy")}>
        {t("submit")}
      </SubmitButton>
    </ActionForm>
  );
}

function LinkFields({ tokenId, token }: Props) {
  return (
    <>
      <input type="hidden" name="tokenId" value={tokenId} />
      <input type="hidden" name="token" value={token} />
    </>
  );
}
