import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { ok, type Result, refuse } from "#kernel/result.ts";

/** Why an address that a partner gave is not used; each has a sentence in the messages of "partners". */
export type OutsideAddressRefusal =
  | { readonly code: "address-shape" }
  | { readonly code: "address-not-https" }
  | { readonly code: "address-private" };

/** `allowsLoopback`: the demo's partners stand on this machine, without https. Everything else stays refused there too. */
export type OutsideRules = { readonly allowsLoopback: boolean };

const LONGEST = 500;
/** Names that mean a machine of the own network, whatever a resolver says. */
const INNER_NAME = /^(?:localhost|.*\.(?:localhost|local|internal|intranet|lan|home|arpa))$/;

/**
 * Judges an address as it was written: https, a name or a public number, no user and no password in it. What the name
 * resolves to is judged when it is called (`lookupOutside`), for that may change at any time.
 */
export function judgeOutsideAddress(
  text: string,
  { allowsLoopback }: OutsideRules,
): Result<URL, OutsideAddressRefusal> {
  const url = text.length <= LONGEST && URL.canParse(text) ? new URL(text) : null;
  if (!url?.hostname || url.username || url.password) return refuse({ code: "address-shape" });
  if (url.protocol !== "https:" && url.protocol !== "http:") return refuse({ code: "address-not-https" });
  const host = bareHost(url);
  if (allowsLoopback && isLoopback(host)) return ok(url);
  if (url.protocol !== "https:") return refuse({ code: "address-not-https" });
  if (isIP(host) ? isPrivateNumber(host) : INNER_NAME.test(host)) return refuse({ code: "address-private" });
  return isIP(host) || host.includes(".") ? ok(url) : refuse({ code: "address-private" });
}

/** Whether an IP address, as text, belongs to no place of the public internet (RFC 6890 and its kin). */
export function isPrivateNumber(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return isPrivateNumber(mapped);
  const version = isIP(address);
  if (version === 0) return true;
  return version === 4 ? innerV4.check(address) : innerV6.check(address, "ipv6");
}

/**
 * The `lookup` for a request to a partner: it resolves the name and fails with "address-private" where any answer is a
 * private one, so that the connection goes to the very address that was judged. Numbers in the address itself are not
 * looked up by Node: judge those with `judgeOutsideAddress` first, on every redirect too.
 */
export function lookupOutside({ allowsLoopback }: OutsideRules): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const isAllowed = ({ address }: { readonly address: string }) =>
        !isPrivateNumber(address) || (allowsLoopback && isLoopback(address));
      const [first] = addresses;
      if (!first || !addresses.every(isAllowed)) return callback(new Error("address-private"), []);
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}

/** The host without the brackets of a numeric IPv6 and without the dot of a rooted name. */
function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

// Two lists: Node holds an IPv4 address against IPv6 ranges too.
const innerV4 = new BlockList();
const innerV6 = new BlockList();
const INNER_V4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;
// Everything outside the global unicast block, and inside it the ranges that wrap or document other addresses.
const INNER_V6 = [
  ["::", 3],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
  ["4000::", 2],
  ["8000::", 1],
] as const;
for (const [net, bits] of INNER_V4) innerV4.addSubnet(net, bits);
for (const [net, bits] of INNER_V6) innerV6.addSubnet(net, bits, "ipv6");
