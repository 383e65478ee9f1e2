import type { ReactNode } from "react";
import { Illustration, type Scene } from "#ui/primitives/illustration.tsx";

type EmptyStateProps = {
  readonly scene: Scene;
  readonly title: ReactNode;
  readonly level?: 1 | 2 | 3;
  readonly text?: ReactNode;
  readonly action?: ReactNode;
};

/** Nothing here yet: says why, and what to do. */
export function EmptyState({ scene, title, level = 2, text, action }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="mx-auto grid max-w-text justify-items-center gap-4 py-6 text-center">
      <Illustration scene={scene} />
      <Heading>{title}</Heading>
      {text ? <div className="text-ink-soft">{text}</div> : null}
      {action ? <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  );
}
