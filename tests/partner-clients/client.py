"""A partner's client as one would write it from docs/partners.md, with Python's own library and nothing else.

python3 client.py provider | platform      (settings in the environment, answers of people on standard input)

It signs compact JSON and sends the spaced JSON of json.dumps, as clients built on "requests" do.
"""

import hashlib
import hmac
import json
import os
import sys
import time
import urllib.error
import urllib.request

BASE_URL = os.environ["BASE_URL"]
CLIENT_CODE = os.environ["CLIENT_CODE"]
SIGN_KEY = os.environ["SIGN_KEY"]
API = "/api/v1/integration"


def call(path, payload, authorization=""):
    signed = json.dumps(payload, separators=(",", ":"), ensure_ascii=False)
    timestamp = str(int(time.time()))
    raw = CLIENT_CODE + timestamp + "POST" + path + authorization + signed
    signature = hmac.new(SIGN_KEY.encode(), raw.encode(), hashlib.sha1).hexdigest()
    headers = {
        "Content-Type": "application/json",
        "client_code": CLIENT_CODE,
        "signature": signature,
        "timestamp": timestamp,
    }
    if authorization:
        headers["Authorization"] = authorization
    request = urllib.request.Request(BASE_URL + path, json.dumps(payload).encode(), headers, method="POST")
    try:
        with urllib.request.urlopen(request) as response:
            status, text = response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        status, text = error.code, error.read().decode()
    answer = json.loads(text)
    print("STEP", "/".join(path.split("/")[4:]), status, json.dumps(answer), flush=True)
    if not answer["success"]:
        raise SystemExit(answer["code"] + ": " + answer["message"])
    return answer["data"]


def ask(question):
    print("ASK", question, flush=True)
    return sys.stdin.readline().strip()


def provider():
    redeem_code = os.environ["REDEEM_CODE"]
    call(API + "/payment/redeem-code/reset", {"redeem_code": redeem_code})
    call(API + "/payment/redeem-code/status", {"redeem_code": redeem_code, "sequence": 1})
    page = call(
        API + "/oauth/url-generate",
        {
            "redeem_code": redeem_code,
            "sequence": 1,
            "redirect_uri": os.environ["CALLBACK"],
            "email": "peserta@example.com",
        },
    )
    ask("presence " + page["url"])
    status = call(API + "/payment/redeem-code/status", {"redeem_code": redeem_code, "sequence": 1})
    if status["attendance_status"] != 1:
        raise SystemExit("the participant was not present")
    task = {"redeem_code": redeem_code, "scope": "tpm", "sequence": 1}
    call(API + "/tpm/submission", {**task, "url_file": "https://lp.example/tugas/é 1.pdf?a=1&b=2"})
    call(API + "/tpm/feedback/submission", {**task, "notes": "Bagus <sekali> & rapi"})
    call(API + "/tpm/submission/status", task)


def platform():
    codes = {"course_code": os.environ["COURSE_CODE"], "schedule_code": os.environ["SCHEDULE_CODE"]}
    invoice = os.environ["INVOICE_CODE"]
    call(API + "/payment/quota-schedule", codes)
    sent = call(
        API + "/payment/send-otp",
        {
            "prakerja_id": os.environ["PRAKERJA_ID"],
            "user_platform_id": "pengguna/17",
            **codes,
            "amount": int(os.environ["AMOUNT"]),
        },
    )
    otp = ask("otp")
    bought = call(
        API + "/payment/authorize",
        {"otp": otp, "invoice_url": "https://platform.example/invoice/" + invoice, "invoice_code": invoice},
        "Payment " + sent["payment_token"],
    )
    call(API + "/payment/status", {"invoice_code": invoice})
    call(API + "/payment/void", {"invoice_code": invoice, "transaction_code": bought["transaction_code"]})


{"provider": provider, "platform": platform}[sys.argv[1]]()
print("DONE", flush=True)
