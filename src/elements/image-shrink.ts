const LONGEST_SIDE = 1600;
const QUALITY = 0.85;
/** Below this a photo travels as it is. */
const SMALL_ENOUGH = 400_000;

/**
 * <image-shrink text-preview="Foto yang dipilih"><input type="file"></image-shrink>
 * Makes a chosen photo smaller before it is sent, and shows it. What the browser cannot read, such as an iPhone's photo
 * on a computer, is sent as it is. Inside [data-one-photo], choosing here takes back what was chosen in another.
 */
export class ImageShrink extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector("input");
    input?.addEventListener("change", () => {
      this.querySelector("canvas")?.remove();
      const file = input.files?.[0];
      if (!file) return;
      this.#takeBackOthers();
      void this.#take(input, file);
    });
  }

  #takeBackOthers() {
    for (const other of this.closest("[data-one-photo]")?.querySelectorAll("image-shrink") ?? []) {
      const input = other === this ? null : other.querySelector("input");
      if (!input) continue;
      input.value = "";
      other.querySelector("canvas")?.remove();
    }
  }

  async #take(input: HTMLInputElement, file: File) {
    const photo = await createImageBitmap(file).catch(() => null);
    // Another may have been chosen meanwhile.
    if (!photo || input.files?.[0] !== file) return;
    const canvas = this.#draw(photo);
    if (file.size <= SMALL_ENOUGH) return;
    const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    if (!small || small.size >= file.size || input.files?.[0] !== file) return;
    const box = new DataTransfer();
    box.items.add(new File([small], `${file.name.replace(/\.\w+$/, "")}.jpg`, { type: "image/jpeg" }));
    input.files = box.files;
  }

  /** The canvas is the preview as well: no address of an image that a policy could refuse. */
  #draw(photo: ImageBitmap) {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(photo.width, photo.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(photo.width * scale);
    canvas.height = Math.round(photo.height * scale);
    const pen = canvas.getContext("2d");
    if (pen) {
      // A transparent picture would turn black as a JPEG.
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(photo, 0, 0, canvas.width, canvas.height);
    }
    photo.close();
    canvas.className = "photo-preview";
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", this.getAttribute("text-preview") ?? "");
    this.append(canvas);
    return canvas;
  }
}
