# Bertanya status satu kode redeem. Python 3, tanpa paket tambahan.
import hashlib
import hmac
import json
import os
import time
import urllib.request

alamat = os.environ.get("ALAMAT", "http://localhost:3000")
client_code = os.environ.get("CLIENT_CODE", "lembaga-demo")
sign_key = os.environ.get("SIGN_KEY", "kunci-lembaga-demo")

jalur = "/api/v1/integration/payment/redeem-code/status"
isi = json.dumps({"redeem_code": "PRAT-BARU", "sequence": 1}, separators=(",", ":"))
waktu = str(int(time.time()))
pesan = client_code + waktu + "POST" + jalur + isi
tanda = hmac.new(sign_key.encode(), pesan.encode(), hashlib.sha1).hexdigest()

permintaan = urllib.request.Request(
    alamat + jalur,
    data=isi.encode(),
    headers={
        "Content-Type": "application/json",
        "client_code": client_code,
        "timestamp": waktu,
        "signature": tanda,
    },
)
print(urllib.request.urlopen(permintaan).read().decode())
