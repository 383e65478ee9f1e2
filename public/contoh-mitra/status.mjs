// Bertanya status satu kode redeem. Node 20 atau lebih baru, tanpa paket tambahan.
import { createHmac } from "node:crypto";

const alamat = process.env.ALAMAT ?? "http://localhost:3000";
const clientCode = process.env.CLIENT_CODE ?? "lembaga-demo";
const signKey = process.env.SIGN_KEY ?? "kunci-lembaga-demo";

const jalur = "/api/v1/integration/payment/redeem-code/status";
const isi = JSON.stringify({ redeem_code: "PRAT-BARU", sequence: 1 });
const waktu = String(Math.floor(Date.now() / 1000));
const tanda = createHmac("sha1", signKey).update(clientCode + waktu + "POST" + jalur + isi).digest("hex");

const jawaban = await fetch(alamat + jalur, {
  method: "POST",
  headers: { "content-type": "application/json", client_code: clientCode, timestamp: waktu, signature: tanda },
  body: isi,
});
process.stdout.write(await jawaban.text());
