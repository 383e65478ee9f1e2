import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A partner's client as one would write it from docs/partners.md, with the JDK and nothing else: java Client.java
 * provider | platform (settings in the environment, answers of people on standard input). Java has no JSON of its own, so
 * it writes its few fields by hand; its base address ends in a slash, and so its addresses begin with two.
 */
class Client {
  static final String API = "/api/v1/integration";
  static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  static final BufferedReader ANSWERS = new BufferedReader(new InputStreamReader(System.in));

  static String call(String path, String body, String authorization) throws Exception {
    String client = System.getenv("CLIENT_CODE");
    String timestamp = String.valueOf(System.currentTimeMillis() / 1000);
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(System.getenv("SIGN_KEY").getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    String raw = client + timestamp + "POST" + path + authorization + body;
    String signature = HexFormat.of().formatHex(mac.doFinal(raw.getBytes(StandardCharsets.UTF_8)));
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(System.getenv("BASE_URL") + "/" + path))
        .header("Content-Type", "application/json")
        .header("client_code", client)
        .header("signature", signature)
        .header("timestamp", timestamp)
        .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) request.header("Authorization", authorization);
    HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    System.out.println("STEP " + path.substring(API.length() + 1) + " " + answer.statusCode() + " " + answer.body());
    if (!answer.body().contains("\"success\":true")) throw new IllegalStateException(answer.body());
    return answer.body();
  }

  static String field(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":(?:\"([^\"]*)\"|(\\d+))").matcher(json);
    if (!found.find()) throw new IllegalStateException("no " + name + " in " + json);
    return found.group(1) != null ? found.group(1) : found.group(2);
  }

  static String text(String name, String value) {
    return "\"" + name + "\":\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  static String ask(String question) throws Exception {
    System.out.println("ASK " + question);
    return ANSWERS.readLine().trim();
  }

  static void provider() throws Exception {
    String code = text("redeem_code", System.getenv("REDEEM_CODE"));
    String first = "{" + code + ",\"sequence\":1}";
    call(API + "/payment/redeem-code/reset", "{" + code + "}", "");
    call(API + "/payment/redeem-code/status", first, "");
    String page = call(API + "/oauth/url-generate", "{" + code + ",\"sequence\":1,"
        + text("redirect_uri", System.getenv("CALLBACK")) + "," + text("email", "peserta@example.com") + "}", "");
    ask("presence " + field(page, "url"));
    String status = call(API + "/payment/redeem-code/status", first, "");
    if (!field(status, "attendance_status").equals("1")) throw new IllegalStateException("not present");
    String task = "{" + code + "," + text("scope", "tpm") + ",\"sequence\":1";
    call(API + "/tpm/submission", task + "," + text("url_file", "https://lp.example/tugas/é 1.pdf?a=1&b=2") + "}", "");
    call(API + "/tpm/feedback/submission", task + "," + text("notes", "Bagus <sekali> & rapi") + "}", "");
    call(API + "/tpm/submission/status", task + "}", "");
  }

  static void platform() throws Exception {
    String codes = text("course_code", System.getenv("COURSE_CODE")) + ","
        + text("schedule_code", System.getenv("SCHEDULE_CODE"));
    String invoice = text("invoice_code", System.getenv("INVOICE_CODE"));
    call(API + "/payment/quota-schedule", "{" + codes + "}", "");
    String sent = call(API + "/payment/send-otp", "{" + text("prakerja_id", System.getenv("PRAKERJA_ID")) + ","
        + text("user_platform_id", "pengguna/17") + "," + codes + ",\"amount\":" + System.getenv("AMOUNT") + "}", "");
    String otp = ask("otp");
    String bought = call(API + "/payment/authorize", "{" + text("otp", otp) + ","
        + text("invoice_url", "https://platform.example/invoice/1") + "," + invoice + "}",
        "Payment " + field(sent, "payment_token"));
    call(API + "/payment/status", "{" + invoice + "}", "");
    call(API + "/payment/void", "{" + invoice + ","
        + text("transaction_code", field(bought, "transaction_code")) + "}", "");
  }

  public static void main(String[] args) throws Exception {
    if (args[0].equals("provider")) provider();
    else platform();
    System.out.println("DONE");
  }
}
