import { classNames } from "#ui/primitives/class-names.ts";

/*
 * Small scenes built of three shapes: the petal, the circle and the line. Three layers, each one path:
 * `back` in the soft brand colour, `lit` in marigold, `line` in brand ink.
 */
const scenes = {
  welcome: {
    back: "M80 62C54 62 40 46 38 22c26 2 42 16 42 40ZM26 70c18-4 40-2 54 8 14-10 36-12 54-8v28c-18-4-40-2-54 8-14-10-36-12-54-8Z",
    lit: "M80 48C80 24 94 10 120 8c-2 24-14 40-40 40Z",
    line: "M80 108c-14-10-36-12-54-8V70c18-4 40-2 54 8 14-10 36-12 54-8v30c-18-4-40-2-54 8ZM80 108V48M80 62 62 44M80 48l20-20M40 82c8-1 18 0 26 4M120 82c-8-1-18 0-26 4",
  },
  waiting: {
    back: "M80 108c-38 0-54-24-54-48S42 12 80 12s54 24 54 48-16 48-54 48Z",
    lit: "M67 92c4-10 9-14 13-14s9 4 13 14ZM71 46h18c-2 6-6 9-9 9s-7-3-9-9Z",
    line: "M58 24h44M58 96h44M63 24c0 22 4 26 13 36-9 10-13 14-13 36M97 24c0 22-4 26-13 36 9 10 13 14 13 36M24 112h112",
  },
  test: {
    back: "M38 14h68c0 0 10 0 10 12v82H48c-6 0-10-4-10-12Z",
    lit: "M108 58 130 36l8 8-22 22-11 3Z",
    line: "M54 34h40M54 52l5 5 8-9M76 54h20M54 74l5 5 8-9M76 76h26M56 96h8M76 96h20M24 112h112",
  },
  wave: {
    back: "M16 96c14-34 30-48 48-48 20 0 20 22 36 22 18 0 20-26 44-30v56Z",
    lit: "M108 38a14 14 0 1 0 0-28 14 14 0 0 0 0 28Z",
    line: "M16 86c14-30 30-42 46-42 22 0 20 26 38 26 18 0 22-22 44-26M30 100c10-16 20-22 30-22 18 0 20 16 36 16s22-10 36-12M16 112h128",
  },
  market: {
    back: "M34 50h92v58H34Z",
    lit: "M28 26h104l8 24c0 8-18 8-20 0-2 8-20 8-20 0-2 8-20 8-20 0-2 8-20 8-20 0-2 8-20 8-20 0-2 8-20 8-20 0Z",
    line: "M28 26h104l8 24H20ZM34 58v54M126 58v54M50 112V80h24v32M88 76h26v18H88ZM20 112h120",
  },
  video: {
    back: "M26 22h108c4 0 6 2 6 6v58H20V28c0-4 2-6 6-6Z",
    lit: "M70 38v34l28-17Z",
    line: "M20 86V28c0-4 2-6 6-6h108c4 0 6 2 6 6v58ZM60 104h40M80 86v18M34 98h92",
  },
  certificate: {
    back: "M24 18h112v66H24Z",
    lit: "M80 92c-14 0-18-9-18-18s4-18 18-18 18 9 18 18-4 18-18 18Z",
    line: "M60 84H24V18h112v66h-36M44 36h72M56 48h48M72 90l-6 22 14-7 14 7-6-22M73 74l5 5 9-10",
  },
  money: {
    back: "M28 40h92c8 0 12 4 12 12v48H40c-8 0-12-4-12-12Z",
    lit: "M104 34a16 16 0 1 0 0-32 16 16 0 0 0 0 32Z",
    line: "M28 40v48c0 8 4 12 12 12h92V52c0-8-4-12-12-12H36c-10 0-10-14 0-14h46M132 64h-22c-10 0-10 16 0 16h22M110 72h1M104 12v12M20 112h120",
  },
  notfound: {
    back: "M70 92C48 92 26 78 26 52S46 14 70 14s42 14 42 38-20 40-42 40Z",
    lit: "M70 70C58 70 52 62 52 52s6-18 18-18 18 8 18 18-6 18-18 18Z",
    line: "M70 82c-20 0-32-14-32-30s12-30 32-30 32 14 32 30-12 30-32 30ZM93 73l32 32M60 48l4 4M64 48l-4 4M76 48l4 4M80 48l-4 4M62 62c4-4 12-4 16 0M20 112h120",
  },
} as const;

export type Scene = keyof typeof scenes;

type IllustrationProps = { readonly scene: Scene; readonly className?: string };

/** Decoration only: what it means is said in words beside it. */
export function Illustration({ scene, className }: IllustrationProps) {
  const { back, lit, line } = scenes[scene];
  return (
    <svg
      viewBox="0 0 160 120"
      width="200"
      height="150"
      aria-hidden="true"
      className={classNames("max-w-full", className)}
    >
      <path d={back} className="fill-brand-soft" />
      <path d={lit} className="fill-accent" />
      <path
        d={line}
        fill="none"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-brand"
      />
    </svg>
  );
}
