#!/bin/sh
# Bertanya status satu kode redeem. Perlu curl dan openssl.
: "${ALAMAT:=http://localhost:3000}" "${CLIENT_CODE:=lembaga-demo}" "${SIGN_KEY:=kunci-lembaga-demo}"
jalur=/api/v1/integration/payment/redeem-code/status
isi='{"redeem_code":"PRAT-BARU","sequence":1}'
waktu=$(date +%s)
tanda=$(printf '%s' "${CLIENT_CODE}${waktu}POST${jalur}${isi}" |
  openssl dgst -sha1 -hmac "$SIGN_KEY" | sed 's/^.*= *//')
curl --silent --show-error "${ALAMAT}${jalur}" \
  --header 'Content-Type: application/json' \
  --header "client_code: ${CLIENT_CODE}" \
  --header "timestamp: ${waktu}" \
  --header "signature: ${tanda}" \
  --data "$isi"
