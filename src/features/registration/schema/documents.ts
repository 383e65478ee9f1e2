import { z } from "zod";
import { photoInput } from "../schema.ts";

/** A page asks for one photo in two ways, by the camera or as a file that is there already; one of them is enough. */
export const chosenPhotoInput = z
  .object({ camera: z.unknown().optional(), photo: z.unknown().optional() })
  .transform(({ camera, photo }, context) => {
    const chosen = isFilled(camera) ? camera : photo;
    if (isEmptyFile(chosen)) context.addIssue({ code: "custom", message: "photo-empty", path: ["photo"] });
    return { photo: chosen };
  })
  .pipe(photoInput);

function isFilled(field: unknown): boolean {
  return field instanceof File && field.size > 0;
}

/** A file without a byte; for a field that was left alone a browser sends one too, but without a name. */
function isEmptyFile(field: unknown): boolean {
  return field instanceof File && field.size === 0 && field.name.includes(".");
}
