import sharp from "sharp";

type Card = {
  readonly nik?: string;
  readonly name?: string;
  readonly birthDate?: string;
};

const SIZE = { width: 1600, height: 1010 };
const drawn = new Map<string, Promise<Buffer>>();

/** A drawn identity card on a table, at once to be told from a real one: it says SIMULASI. The picture hangs at the right. */
export function aCard(card: Card = {}): Promise<Buffer> {
  const key = JSON.stringify(card);
  const drawing = drawn.get(key) ?? draw(card);
  drawn.set(key, drawing);
  return drawing;
}

function draw(card: Card): Promise<Buffer> {
  const { nik = "1275015705009101", name = "SARI SIMULASI", birthDate = "17-05-2000" } = card;
  const rows = [
    ["Nama", name],
    ["Tempat/Tgl Lahir", `BINJAI, ${birthDate}`],
    ["Jenis Kelamin", "PEREMPUAN"],
    ["Alamat", "JALAN MELATI 12"],
    ["Pekerjaan", "BELUM BEKERJA"],
  ].map(([label, value], index) => `<text x="110" y="${345 + index * 60}">${label} : ${value}</text>`);
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}">
    <rect width="1600" height="1010" fill="#8a7a66"/>
    <rect x="60" y="50" width="1480" height="910" rx="40" fill="#a3cdea"/>
    <g font-family="DejaVu Sans, sans-serif" font-size="36" fill="#111">
      <text x="800" y="120" font-size="46" text-anchor="middle">SIMULASI SUMATERA UTARA</text>
      <text x="110" y="265" font-size="58">NIK : ${nik}</text>${rows.join("")}
    </g>
    <rect x="1180" y="560" width="280" height="340" fill="#cc3333"/>
  </svg>`;
  return sharp(Buffer.from(drawing)).png().toBuffer();
}

type Spoiling = {
  readonly width?: number;
  /** Radius in pixels of the picture of that width. */
  readonly blur?: number;
  /** 1 as it is, 0 black; above 1 brighter. */
  readonly light?: number;
};

/** A photo of a card as a phone sends it: smaller, out of focus, or badly lit. */
export async function aPhotoOfACard({ width = 1600, blur, light = 1 }: Spoiling = {}, card?: Card) {
  const small = await sharp(await aCard(card))
    .resize({ width })
    .png()
    .toBuffer();
  const picture = sharp(small).linear(light, 0);
  return (blur ? picture.blur(blur) : picture).jpeg({ quality: 88 }).toBuffer();
}
