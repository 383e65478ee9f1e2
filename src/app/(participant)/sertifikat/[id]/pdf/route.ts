import { notFound } from "next/navigation";
import { certificatePdf } from "#features/certificates/components/certificate-pdf.ts";
import { findCertificate } from "#features/certificates/queries.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { requireParticipant } from "#platform/web/session.ts";

type Context = { readonly params: Promise<{ readonly id: string }> };

/** The certificate as a PDF, for its holder. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const { participantId } = await requireParticipant(`/sertifikat/${id}`);
  const certificate = isUuid(id) ? await findCertificate(participantId, id) : null;
  if (!certificate) notFound();
  return new Response(await certificatePdf(certificate), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="sertifikat-${certificate.number}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}
