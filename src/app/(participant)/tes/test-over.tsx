import { redirect } from "next/navigation";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { ResultView } from "#features/selection-test/components/result-view.tsx";
import { findTestResult } from "#features/selection-test/queries.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";

type TestOverProps = { readonly participantId: ParticipantId; readonly now: Date };

/** What the test's pages show when no test is running: its result, or the way to its beginning. */
export async function TestOver({ participantId, now }: TestOverProps) {
  const result = await findTestResult(participantId, now);
  if (!result) redirect("/tes");
  return (
    <ParticipantFrame>
      <ResultView result={result} />
    </ParticipantFrame>
  );
}
