// The officer's offline form: the queue, and the worker that keeps the page on the device.
import { OfficeQueue } from "#elements/office-queue.ts";

customElements.define("office-queue", OfficeQueue);

if ("serviceWorker" in navigator)
  void navigator.serviceWorker.register("/dinas-pekerja-latar.js", { scope: "/dinas/bantu/" });
