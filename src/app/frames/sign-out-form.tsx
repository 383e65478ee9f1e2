import { getTranslations } from "next-intl/server";
import { signOutAction } from "#features/access/actions/sign-in.ts";
import { Icon } from "#ui/primitives/icon.tsx";

/** A plain form to leave; works without scripts. */
export async function SignOutForm() {
  const t = await getTranslations("shell");
  return (
    <form action={signOutAction}>
      <button
        type="submit"
        className="inline-flex min-h-11 items-center gap-2 px-2 underline-offset-4 hover:underline"
      >
        <Icon name="logout" size={20} />
        {t("signOut")}
      </button>
    </form>
  );
}
