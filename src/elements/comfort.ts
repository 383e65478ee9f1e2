// Comfort for people's pages: every element wraps plain markup that works without it.
import { CountDown } from "#elements/count-down.ts";
import { ImageShrink } from "#elements/image-shrink.ts";
import { OnceForm } from "#elements/once-form.ts";
import { ShowPassword } from "#elements/show-password.ts";

customElements.define("count-down", CountDown);
customElements.define("image-shrink", ImageShrink);
customElements.define("once-form", OnceForm);
customElements.define("show-password", ShowPassword);
