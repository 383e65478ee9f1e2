import type { Endpoint } from "./endpoint.ts";
import { commitEndpoint, presenceEndpoint, resetEndpoint, statusEndpoint } from "./endpoints/attendance.ts";
import {
  authorizeEndpoint,
  paymentStatusEndpoint,
  quotaEndpoint,
  sendOtpEndpoint,
  voidEndpoint,
} from "./endpoints/payments.ts";
import { feedbackEndpoint, submissionEndpoint, taskStatusEndpoint } from "./endpoints/tasks.ts";

/** Every address that partners' systems may call. */
export const endpoints: readonly Endpoint[] = [
  statusEndpoint,
  commitEndpoint,
  resetEndpoint,
  presenceEndpoint,
  submissionEndpoint,
  feedbackEndpoint,
  taskStatusEndpoint,
  quotaEndpoint,
  sendOtpEndpoint,
  authorizeEndpoint,
  paymentStatusEndpoint,
  voidEndpoint,
];
