import { createServer } from "node:http";
import { answerPartner } from "#front-door/partner-api.ts";
import { setSecurityHeaders } from "#front-door/security-headers.ts";

// The partners' interface as the front door answers it, without Next beside it.

createServer((request, response) => {
  setSecurityHeaders(response, true);
  void answerPartner(request, response);
}).listen(Number(process.env.PORT));
