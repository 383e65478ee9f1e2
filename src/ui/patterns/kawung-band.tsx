type KawungBandProps = {
  /** Unique on the page. */
  readonly id: string;
  readonly className?: string;
};

/** A strip of the kawung motif, drawn in the current colour: four petals to a tile. */
export function KawungBand({ id, className }: KawungBandProps) {
  return (
    <svg width="100%" height="100%" aria-hidden="true" className={className}>
      <defs>
        <pattern id={id} width="40" height="40" patternUnits="userSpaceOnUse">
          <g fill="none" stroke="currentColor" strokeWidth="1.5">
            <path d="M19 19C8 19 3 11 2 2c9 1 17 6 17 17ZM21 19C21 8 29 3 38 2c-1 9-6 17-17 17ZM21 21c11 0 16 8 17 17-9-1-17-6-17-17ZM19 21C19 32 11 37 2 38c1-9 6-17 17-17Z" />
            <path d="M20 17v6M17 20h6" />
          </g>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
