import NextAuth from "next-auth";
import { authOptions } from "#platform/web/next-auth.ts";

type Context = { readonly params: Promise<{ readonly nextauth: string[] }> };

/** next-auth's endpoints, over the portal's own session cookie. */
async function handler(request: Request, context: Context): Promise<Response> {
  return NextAuth(authOptions())(request, context);
}

export { handler as GET, handler as POST };
