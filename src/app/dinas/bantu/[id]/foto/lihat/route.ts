import { notFound } from "next/navigation";
import { privatePhoto } from "#app/private-photo.ts";
import { viewPhoto } from "#features/assisted-registration/queries/photo.ts";
import { requireStaff } from "#platform/web/session.ts";

type Context = { readonly params: Promise<{ readonly id: string }> };

/** A photo of a person's form, while the office still works on it; nothing keeps a copy. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireStaff("person:assist");
  const { id } = await params;
  const kind = new URL(request.url).searchParams.get("jenis") === "selfie" ? "selfie" : "id_card";
  const photo = await viewPhoto(actor, id, kind);
  if (!photo) notFound();
  return privatePhoto(photo);
}
