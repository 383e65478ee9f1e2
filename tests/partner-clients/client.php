<?php
// A partner's client as one would write it from docs/partners.md, with PHP's streams and json_encode and nothing else.
//   php client.php provider | platform      (settings in the environment, answers of people on standard input)
// It signs and sends what json_encode writes: "\/" and "\u00e9".

const API = '/api/v1/integration';

function call(string $path, array $payload, string $authorization = ''): array
{
    $client = getenv('CLIENT_CODE');
    $body = json_encode($payload);
    $timestamp = (string) time();
    $raw = $client . $timestamp . 'POST' . $path . $authorization . $body;
    $headers = [
        'Content-Type: application/json',
        'client_code: ' . $client,
        'signature: ' . hash_hmac('sha1', $raw, getenv('SIGN_KEY')),
        'timestamp: ' . $timestamp,
    ];
    if ($authorization !== '') {
        $headers[] = 'Authorization: ' . $authorization;
    }
    $context = stream_context_create(['http' => [
        'method' => 'POST',
        'header' => implode("\r\n", $headers),
        'content' => $body,
        'ignore_errors' => true,
    ]]);
    $text = file_get_contents(getenv('BASE_URL') . $path, false, $context);
    $status = explode(' ', $http_response_header[0])[1];
    $answer = json_decode($text, true);
    echo 'STEP ', implode('/', array_slice(explode('/', $path), 4)), ' ', $status, ' ', json_encode($answer), "\n";
    if (!$answer['success']) {
        fwrite(STDERR, $answer['code'] . ': ' . $answer['message'] . "\n");
        exit(1);
    }
    return $answer['data'];
}

function ask(string $question): string
{
    echo 'ASK ', $question, "\n";
    return trim((string) fgets(STDIN));
}

function provider(): void
{
    $code = getenv('REDEEM_CODE');
    call(API . '/payment/redeem-code/reset', ['redeem_code' => $code]);
    call(API . '/payment/redeem-code/status', ['redeem_code' => $code, 'sequence' => 1]);
    $page = call(API . '/oauth/url-generate', [
        'redeem_code' => $code,
        'sequence' => 1,
        'redirect_uri' => getenv('CALLBACK'),
        'email' => 'peserta@example.com',
    ]);
    ask('presence ' . $page['url']);
    $status = call(API . '/payment/redeem-code/status', ['redeem_code' => $code, 'sequence' => 1]);
    if ($status['attendance_status'] !== 1) {
        fwrite(STDERR, "the participant was not present\n");
        exit(1);
    }
    $task = ['redeem_code' => $code, 'scope' => 'tpm', 'sequence' => 1];
    call(API . '/tpm/submission', $task + ['url_file' => 'https://lp.example/tugas/é 1.pdf?a=1&b=2']);
    call(API . '/tpm/feedback/submission', $task + ['notes' => 'Bagus <sekali> & rapi']);
    call(API . '/tpm/submission/status', $task);
}

function platform(): void
{
    $codes = ['course_code' => getenv('COURSE_CODE'), 'schedule_code' => getenv('SCHEDULE_CODE')];
    $invoice = getenv('INVOICE_CODE');
    call(API . '/payment/quota-schedule', $codes);
    $sent = call(API . '/payment/send-otp', [
        'prakerja_id' => getenv('PRAKERJA_ID'),
        'user_platform_id' => 'pengguna/17',
    ] + $codes + ['amount' => (int) getenv('AMOUNT')]);
    $otp = ask('otp');
    $bought = call(API . '/payment/authorize', [
        'otp' => $otp,
        'invoice_url' => 'https://platform.example/invoice/' . $invoice,
        'invoice_code' => $invoice,
    ], 'Payment ' . $sent['payment_token']);
    call(API . '/payment/status', ['invoice_code' => $invoice]);
    call(API . '/payment/void', ['invoice_code' => $invoice, 'transaction_code' => $bought['transaction_code']]);
}

$argv[1] === 'provider' ? provider() : platform();
echo "DONE\n";
