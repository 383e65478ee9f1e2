import { classNames } from "#ui/primitives/class-names.ts";

// Drawn on a 24 grid with a 2 px round stroke. Curves echo the petal of the kawung motif.
const strokes = {
  home: "M4 11.5 12 4.5l8 7M6.5 10v9.5h11V10M10 19.5V15a2 2 0 0 1 4 0v4.5",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.4 15.4 20 20",
  book: "M12 6.5C10 5 7 4.6 4 5v13c3-.4 6 0 8 1.5 2-1.5 5-1.9 8-1.5V5c-3-.4-6 0-8 1.5ZM12 6.5v13",
  receipt: "M6 3.5h12v17l-3-2-3 2-3-2-3 2ZM9.5 8.5h5M9.5 12.5h5",
  wallet: "M4 8.5V17a2.5 2.5 0 0 0 2.5 2.5H20v-11H5.5A1.5 1.5 0 0 1 5.5 5H17v3.5M16 14h.01",
  card: "M3.5 6h17v12h-17ZM3.5 10h17M7 14.5h3",
  history: "M4.5 12a7.5 7.5 0 1 0 2.6-5.7L4.5 8.5M4.5 4.5v4h4M12 8v4.5l3 1.5",
  survey: "M6 4.5h12v16H6ZM9.5 3h5v3h-5ZM9 11l1.2 1.2L12.5 10M9 16l1.2 1.2 2.3-2.2M15 11.5h.01M15 16h.01",
  user: "M12 11.5a3.7 3.7 0 1 0 0-7.5 3.7 3.7 0 0 0 0 7.5ZM4.5 20c.5-4 3.5-6 7.5-6s7 2 7.5 6",
  help: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM9.5 9.5c0-3.3 5-3.1 5 0 0 1.9-2.5 2-2.5 4M12 16.8h.01",
  check: "M4.5 12.5 9.5 17.5 19.5 6.5",
  cross: "M6 6l12 12M18 6 6 18",
  clock: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7v5.2l3.5 2",
  warning: "M12 4 21 19.5H3ZM12 10v4.2M12 16.9h.01",
  info: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.5M12 7.8h.01",
  play: "M8 5.5v13l10.5-6.5Z",
  download: "M12 4v11M7.5 11 12 15.5 16.5 11M4.5 19.5h15",
  upload: "M12 15.5v-11M7.5 8.5 12 4l4.5 4.5M4.5 19.5h15",
  "arrow-right": "M4.5 12h15M13.5 6l6 6-6 6",
  "arrow-left": "M19.5 12h-15M10.5 6l-6 6 6 6",
  star: "m12 3.8 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8Z",
  bell: "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1h-15ZM10 20.5c1 .8 3 .8 4 0",
  logout: "M13.5 4.5H5v15h8.5M9.5 12H20M16 8l4 4-4 4",
  shield:
    "M12 3.5c2.5 1.7 5 2.3 7.5 2.5 0 7-2 11.5-7.5 14.5C6.5 17.5 4.5 13 4.5 6c2.5-.2 5-.8 7.5-2.5ZM8.8 11.8l2.4 2.4 4-4.4",
  lock: "M6 10.5h12v9.5H6ZM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5M12 14v2.5",
  menu: "M4 7h16M4 12h16M4 17h16",
  globe: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM3.5 12h17M12 3.5c5 5 5 12 0 17-5-5-5-12 0-17Z",
  people:
    "M9 11.5A3.2 3.2 0 1 0 9 5a3.2 3.2 0 0 0 0 6.5ZM3 19c.3-3.3 2.5-5 6-5s5.7 1.7 6 5M15.5 5.3a3.2 3.2 0 0 1 0 6M17.5 14.4c2 .6 3.2 2.2 3.5 4.6",
  calendar: "M4.5 6h15v14h-15ZM4.5 10.5h15M8.5 3.5v4M15.5 3.5v4",
  chart: "M4.5 4v15.5H20M8.5 16v-4M12.5 16V8M16.5 16v-6",
  camera: "M4 8h3.5L9 5.5h6L16.5 8H20v11H4ZM12 16.5a3.3 3.3 0 1 0 0-6.5 3.3 3.3 0 0 0 0 6.5Z",
} as const;

export type IconName = keyof typeof strokes;

type IconProps = {
  readonly name: IconName;
  readonly size?: number;
  readonly className?: string;
  /** Only when the icon stands alone; beside a text it is decoration. */
  readonly label?: string;
};

export function Icon({ name, size = 24, className, label }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={classNames("flex-none", className)}
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      <path d={strokes[name]} />
    </svg>
  );
}
