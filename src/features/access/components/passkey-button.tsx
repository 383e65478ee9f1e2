import { Button } from "#ui/primitives/button.tsx";

type Props = {
  /** "use" signs in by a passkey, "make" adds one. */
  readonly act: "use" | "make";
  readonly label: string;
  readonly busyText: string;
  readonly failedText: string;
};

const DOORS = { use: "/masuk/kunci-sandi", make: "/keamanan/kunci-sandi" } as const;

/** Shows itself only where scripts run and the device knows passkeys; without, the password does. */
export function PasskeyButton({ act, label, busyText, failedText }: Props) {
  return (
    <>
      <passkey-button
        act={act}
        door={DOORS[act]}
        text-busy={busyText}
        text-failed={failedText}
        className="grid gap-2"
      >
        <Button variant="secondary" icon="shield" wide hidden>
          {label}
        </Button>
        <p role="status" className="empty:-mt-2" />
      </passkey-button>
      <script src="/elements/passkey.js" type="module" data-keep="" />
    </>
  );
}
