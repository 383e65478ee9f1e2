import { getRequestConfig } from "next-intl/server";
import { currentLocale } from "./locale.ts";
import { messagesFor } from "./messages.ts";

export default getRequestConfig(async () => {
  const locale = await currentLocale();
  return { locale, messages: messagesFor(locale), timeZone: "Asia/Jakarta" };
});
