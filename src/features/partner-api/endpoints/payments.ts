import { defineEndpoint } from "../endpoint.ts";
import {
  authorizeInput,
  authorizeOutput,
  paymentStatusInput,
  paymentStatusOutput,
  quotaInput,
  quotaOutput,
  sendOtpInput,
  sendOtpOutput,
  voidInput,
  voidOutput,
} from "../schema/payments.ts";
import { authorizePayment, sendOtp, tellPayment, tellQuota, voidPayment } from "../use-cases/sell-course.ts";

const kind = "platform";
const invoiceOf = ({ invoice_code }: { readonly invoice_code: string }) => invoice_code;
const scheduleOf = ({ schedule_code }: { readonly schedule_code: string }) => schedule_code || null;

export const quotaEndpoint = defineEndpoint({
  path: "/api/v1/integration/payment/quota-schedule",
  kind,
  summary: "Kursi yang masih tersedia pada satu jadwal",
  input: quotaInput,
  output: quotaOutput,
  changes: false,
  subjectOf: scheduleOf,
  run: (call, { course_code, schedule_code }) =>
    tellQuota(call, { courseCode: course_code, scheduleCode: schedule_code }),
});

export const sendOtpEndpoint = defineEndpoint({
  path: "/api/v1/integration/payment/send-otp",
  kind,
  summary: "Memeriksa pembelian dan mengirim OTP ke ponsel peserta",
  input: sendOtpInput,
  output: sendOtpOutput,
  changes: true,
  subjectOf: scheduleOf,
  run: (call, input) =>
    sendOtp(call, {
      courseCode: input.course_code,
      scheduleCode: input.schedule_code,
      cardNumber: input.prakerja_id,
      amount: input.amount,
    }),
});

export const authorizeEndpoint = defineEndpoint({
  path: "/api/v1/integration/payment/authorize",
  kind,
  summary: "Membayar dengan OTP dan payment_token",
  input: authorizeInput,
  output: authorizeOutput,
  changes: true,
  subjectOf: invoiceOf,
  run: (call, { otp, invoice_code }) => authorizePayment(call, { otp, invoiceCode: invoice_code }),
});

export const paymentStatusEndpoint = defineEndpoint({
  path: "/api/v1/integration/payment/status",
  kind,
  summary: "Keadaan satu transaksi menurut kode invoice",
  input: paymentStatusInput,
  output: paymentStatusOutput,
  changes: false,
  subjectOf: invoiceOf,
  run: (call, { invoice_code }) => tellPayment(call, invoice_code),
});

export const voidEndpoint = defineEndpoint({
  path: "/api/v1/integration/payment/void",
  kind,
  summary: "Membatalkan transaksi yang masih boleh dibatalkan; saldo peserta langsung kembali",
  input: voidInput,
  output: voidOutput,
  changes: true,
  subjectOf: invoiceOf,
  run: (call, { invoice_code, transaction_code }) =>
    voidPayment(call, { invoiceCode: invoice_code, transactionCode: transaction_code }),
});
