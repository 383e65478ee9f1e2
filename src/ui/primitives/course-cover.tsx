type CourseCoverProps = {
  /** Chooses the figure; the same code always draws the same cover. */
  readonly code: string;
  /** 0-359, of the category. */
  readonly hue: number;
};

const figures = [
  // Kawung: petals around a clearing.
  "M38 38C16 38 8 22 6 6c16 2 32 10 32 32ZM42 38c22 0 30-16 32-32-16 2-32 10-32 32ZM38 42C16 42 8 58 6 74c16-2 32-10 32-32ZM42 42c22 0 30 16 32 32-16-2-32-10-32-32Z",
  // Parang: leaning waves.
  "M0 80C30 70 20 40 40 30S60 10 60 0h20C76 24 60 30 52 42s6 30-18 38Z",
  // Tumpal: a row of peaks.
  "M0 80 20 20 40 80ZM40 80 60 20 80 80ZM30 20 40 0 50 20 40 36Z",
  // Truntum: a small star in every tile.
  "M40 12c3 16 9 22 25 25v6c-16 3-22 9-25 25-3-16-9-22-25-25v-6c16-3 22-9 25-25ZM0 0h14L0 14ZM80 80H66l14-14Z",
  // Ceplok: rings that touch.
  "M40 4a36 36 0 1 1 0 72 36 36 0 0 1 0-72Zm0 16a20 20 0 1 0 0 40 20 20 0 0 0 0-40Z",
  // Banji: bars turned about a square.
  "M8 8h40v14H22v26H8ZM72 72H32V58h26V32h14ZM34 34h12v12H34Z",
] as const;

/** A cover without a photo: light to send, one of a kind for each course, at home in light and dark. */
export function CourseCover({ code, hue }: CourseCoverProps) {
  const seed = seedOf(code);
  const figure = figures[seed % figures.length] ?? figures[0];
  const turn = (seed >> 3) % 4;
  const lit = (seed >> 5) % 10;
  return (
    <svg
      viewBox="0 0 400 160"
      preserveAspectRatio="xMidYMid slice"
      className="block h-36 w-full"
      aria-hidden="true"
    >
      <rect width="400" height="160" fill={`hsl(${hue} 38% 30%)`} />
      {Array.from({ length: 10 }, (_, tile) => {
        const x = (tile % 5) * 80;
        const y = tile < 5 ? 0 : 80;
        const quarter = ((tile + turn) % 2) * 90 + turn * 90;
        return (
          <path
            key={`${x}-${y}`}
            d={figure}
            fillRule="evenodd"
            fill={tile === lit ? "#f0a62f" : `hsl(${hue} ${tile % 3 === 0 ? "40% 46%" : "36% 38%"})`}
            transform={`translate(${x} ${y}) rotate(${quarter} 40 40)`}
          />
        );
      })}
    </svg>
  );
}

function seedOf(code: string): number {
  let seed = 7;
  for (const letter of code) seed = (seed * 31 + letter.charCodeAt(0)) % 65_521;
  return seed;
}
