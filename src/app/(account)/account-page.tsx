import type { ReactNode } from "react";
import { PublicFrame } from "#app/frames/public-frame.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";

type Props = {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Above the form: what has just happened. */
  readonly notice?: ReactNode;
  readonly children: ReactNode;
  /** Below the form: other ways to go. */
  readonly below?: ReactNode;
};

/** A page around one form, for people who are not signed in. */
export function AccountPage({ title, lead, notice, children, below }: Props) {
  return (
    <PublicFrame>
      <div className="mx-auto grid w-full max-w-xl gap-6">
        <PageHeader title={title} lead={lead} />
        {notice}
        <Card>{children}</Card>
        {below ? <div className="grid">{below}</div> : null}
      </div>
    </PublicFrame>
  );
}

/** A question and the link that answers it: "Belum punya akun? Buat akun". */
export function OtherWay({
  question,
  href,
  label,
}: {
  readonly question?: string;
  readonly href: string;
  readonly label: string;
}) {
  return (
    <p className="py-2.5">
      {question ? `${question} ` : null}
      <a href={href} className="link py-2.5">
        {label}
      </a>
    </p>
  );
}
