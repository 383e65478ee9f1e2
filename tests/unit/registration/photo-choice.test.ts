import { describe, expect, test } from "vitest";
import { chosenPhotoInput } from "#features/registration/schema/documents.ts";

const camera = new File(["from the camera"], "image.jpg");
const file = new File(["from the files"], "ktp.heic");
/** What a browser sends for a file field that was left alone. */
const nothing = new File([], "");

describe("the photo that a person sends", () => {
  test.each([
    ["is the one of the camera", { camera, photo: nothing }, "image.jpg"],
    ["is the file, where no camera was used", { camera: nothing, photo: file }, "ktp.heic"],
    ["is the file, where the page asks for no camera", { photo: file }, "ktp.heic"],
    ["is the one of the camera when both were sent", { camera, photo: file }, "image.jpg"],
  ])("%s", (_, fields, name) => {
    expect(chosenPhotoInput.parse(fields).photo.name).toBe(name);
  });

  test.each([
    ["none was chosen", { camera: nothing, photo: nothing }, "registration-photo-missing"],
    ["the fields are missing", {}, "registration-photo-missing"],
    ["it is text", { photo: "ktp.jpg" }, "registration-photo-missing"],
    ["its file is empty", { camera: nothing, photo: new File([], "ktp.jpg") }, "photo-empty"],
    [
      "it is larger than 10 MB",
      { photo: new File([new Uint8Array(10_485_761)], "a.jpg") },
      "registration-photo-too-large",
    ],
  ])("is asked for again when %s", (_, fields, problem) => {
    const issue = chosenPhotoInput.safeParse(fields).error?.issues[0];
    expect({ message: issue?.message, path: issue?.path }).toEqual({ message: problem, path: ["photo"] });
  });
});
