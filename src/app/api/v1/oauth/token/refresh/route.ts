import { answerSignOnRequest } from "#features/partner-api/actions/sign-on.ts";

export const dynamic = "force-dynamic";
export const POST = answerSignOnRequest;
