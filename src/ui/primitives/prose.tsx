import type { ReactNode } from "react";

/** Long text: headings, paragraphs and lists in a readable measure. */
export function Prose({ children }: { readonly children: ReactNode }) {
  return <div className="prose">{children}</div>;
}
