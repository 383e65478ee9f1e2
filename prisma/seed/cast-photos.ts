import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { storePhoto } from "#features/registration/use-cases/store-photo.ts";
import type { Day } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";

// Drawn photos of invented people: nobody can take the card, which says SIMULASI, for a real one.

type Card = { readonly nik: string; readonly name: string; readonly birth: Day };

/** A card on which the name is written otherwise than it was typed, and a face. */
export async function insertPhotos(participantId: ParticipantId, card: Card, now: Date): Promise<void> {
  const reading = { nik: "agrees", name: "differs", birthDate: "agrees" } as const;
  await insertPhoto(
    participantId,
    { kind: "id_card", folder: "id-card", drawing: cardOf(card), reading },
    now,
  );
  await insertPhoto(participantId, { kind: "selfie", folder: "selfie", drawing: FACE }, now);
}

type Photo = {
  readonly kind: "id_card" | "selfie";
  readonly folder: string;
  readonly drawing: string;
  readonly reading?: Readonly<Record<"nik" | "name" | "birthDate", string>>;
};

async function insertPhoto(participantId: ParticipantId, photo: Photo, now: Date): Promise<void> {
  const { kind, folder, drawing, reading } = photo;
  const picture = await sharp(Buffer.from(drawing)).jpeg({ quality: 88 }).toBuffer();
  const stored = await storePhoto(picture, `${folder}/${randomUUID()}`);
  if (!stored.ok) throw new Error(`${kind}: ${stored.refusal}`);
  await database().idDocument.create({
    data: { ...stored.value, id: randomUUID(), participantId, kind, reading, createdAt: now },
  });
}

function cardOf({ nik, name, birth }: Card): string {
  const rows = [
    ["Nama", name],
    ["Tempat/Tgl Lahir", `BINJAI, ${birth.split("-").toReversed().join("-")}`],
    ["Jenis Kelamin", "PEREMPUAN"],
    ["Alamat", "JALAN MELATI 12"],
    ["Pekerjaan", "BELUM/TIDAK BEKERJA"],
  ].map(([label, value], row) => {
    const y = 330 + row * 62;
    return `<text x="90" y="${y}">${label}</text><text x="400" y="${y}">: ${value}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1400" height="900">
    <rect width="1400" height="900" fill="#7d6f5d"/>
    <rect x="50" y="40" width="1300" height="820" rx="36" fill="#a9d0ea"/>
    <g font-family="DejaVu Sans, Liberation Sans, sans-serif" font-size="34" fill="#16202c">
      <text x="700" y="115" font-size="42" text-anchor="middle">SIMULASI, BUKAN KTP ASLI</text>
      <text x="90" y="240" font-size="50">NIK : ${nik}</text>${rows.join("")}
    </g>
    <g transform="translate(1030 270)">
      <rect width="270" height="350" fill="#c0392b"/>
      <path d="M30 350 Q135 190 240 350Z" fill="#f2f2f2"/>
      <ellipse cx="135" cy="150" rx="95" ry="110" fill="#2b1d14"/>
      <ellipse cx="135" cy="165" rx="66" ry="82" fill="#c98f6a"/>
    </g>
  </svg>`;
}

const FACE = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200">
  <rect width="900" height="1200" fill="#d9d2c2"/>
  <rect x="60" y="60" width="240" height="420" fill="#eef4f7" stroke="#8a7d68" stroke-width="14"/>
  <path d="M90 1200 Q450 720 810 1200Z" fill="#3b6ea5"/>
  <ellipse cx="450" cy="520" rx="290" ry="350" fill="#2b1d14"/>
  <rect x="390" y="740" width="120" height="150" fill="#b77f5c"/>
  <ellipse cx="450" cy="570" rx="205" ry="260" fill="#c98f6a"/>
  <g fill="#2b1d14"><ellipse cx="370" cy="540" rx="26" ry="17"/><ellipse cx="530" cy="540" rx="26" ry="17"/></g>
  <path d="M450 560 L430 650 L470 650" fill="none" stroke="#8d5a3b" stroke-width="9"/>
  <path d="M370 715 Q450 770 530 715" fill="none" stroke="#8c2f39" stroke-width="17"/>
</svg>`;
