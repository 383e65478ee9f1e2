import type { ReactNode } from "react";
import { currentActor } from "#platform/web/session.ts";
import { ParticipantFrame } from "./participant-frame.tsx";
import { PublicFrame } from "./public-frame.tsx";

type ReaderFrameProps = {
  readonly current?: string;
  readonly width?: "page" | "wide";
  readonly children: ReactNode;
};

/** The frame of pages that are for everybody: a signed-in person keeps their own menu. */
export async function ReaderFrame(props: ReaderFrameProps) {
  const actor = await currentActor();
  return actor.role === "participant" ? <ParticipantFrame {...props} /> : <PublicFrame {...props} />;
}
