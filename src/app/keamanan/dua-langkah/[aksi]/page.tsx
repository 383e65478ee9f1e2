import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ProofForm } from "#features/access/components/security-forms.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { Card } from "#ui/primitives/card.tsx";
import { requireInsider } from "../../insider.ts";
import { SecurityFrame } from "../../security-frame.tsx";

const changes = new Map([
  ["pindah", "move"],
  ["kode-baru", "renew"],
  ["matikan", "off"],
] as const);

type Props = { readonly params: Promise<{ readonly aksi: string }> };

async function changeOf({ params }: Props) {
  const { aksi } = await params;
  const found = [...changes].find(([address]) => address === aksi);
  return found ? found[1] : null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("access.factor");
  const change = await changeOf(props);
  return change ? { title: t(`${change}Title`), description: t(`${change}Text`) } : {};
}

/** A change of the second step, by the password and a code. */
export default async function ChangeSecondFactorPage(props: Props) {
  const { role } = await requireInsider();
  const change = await changeOf(props);
  if (!change || (change === "off" && role !== "participant")) notFound();
  const t = await getTranslations("access.factor");
  return (
    <SecurityFrame title={t(`${change}Title`)} lead={t(`${change}Text`)} isUnder>
      <Card>
        <ProofForm change={change} commandKey={newCommandKey()} />
      </Card>
    </SecurityFrame>
  );
}
