import type { DetailedHTMLProps, HTMLAttributes } from "react";

type CustomElement<Attributes = object> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> &
  Attributes;

// The custom elements of src/elements, as JSX may write them.
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "count-down": CustomElement<{
        until: string;
        "server-now": string;
        "text-left"?: string;
        "text-spoken"?: string;
        "text-over"?: string;
      }>;
      "show-password": CustomElement<{ "text-show": string; "text-hide": string }>;
      "once-form": CustomElement;
      "passkey-button": CustomElement<{
        act: "use" | "make";
        door: string;
        "text-busy": string;
        "text-failed": string;
      }>;
      "lesson-player": CustomElement;
      "image-shrink": CustomElement<{ "text-preview"?: string }>;
      "office-queue": CustomElement<{ officer: string; send: string; words: string }>;
    }
  }
}
