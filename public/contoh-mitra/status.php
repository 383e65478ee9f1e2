<?php
// Bertanya status satu kode redeem. PHP 8, tanpa paket tambahan.
$alamat = getenv('ALAMAT') ?: 'http://localhost:3000';
$clientCode = getenv('CLIENT_CODE') ?: 'lembaga-demo';
$signKey = getenv('SIGN_KEY') ?: 'kunci-lembaga-demo';

$jalur = '/api/v1/integration/payment/redeem-code/status';
$isi = json_encode(['redeem_code' => 'PRAT-BARU', 'sequence' => 1]);
$waktu = (string) time();
$tanda = hash_hmac('sha1', $clientCode . $waktu . 'POST' . $jalur . $isi, $signKey);

echo file_get_contents($alamat . $jalur, false, stream_context_create(['http' => [
    'method' => 'POST',
    'header' => "Content-Type: application/json\r\nclient_code: $clientCode\r\n"
        . "timestamp: $waktu\r\nsignature: $tanda",
    'content' => $isi,
    'ignore_errors' => true,
]])), "\n";
