// A registry mirror may lack the binaries of other platforms. npm then leaves those optional packages out of the
// lockfile it writes, and later refuses that very lockfile. Run this after changing dependencies: it adds an entry
// (version and platform, no integrity) for each optional package that is missing.
import { readFileSync, writeFileSync } from "node:fs";

const FILE = "package-lock.json";
const OS = {
  linux: "linux",
  linuxmusl: "linux",
  darwin: "darwin",
  win32: "win32",
  windows: "win32",
  freebsd: "freebsd",
  android: "android",
  openharmony: "openharmony",
  netbsd: "netbsd",
  openbsd: "openbsd",
  sunos: "sunos",
  aix: "aix",
};
const CPU = {
  x64: "x64",
  arm64: "arm64",
  armv7: "arm",
  arm: "arm",
  ia32: "ia32",
  ppc64: "ppc64",
  ppc64le: "ppc64",
  s390x: "s390x",
  riscv64: "riscv64",
  loong64: "loong64",
  mips64el: "mips64el",
  wasm32: "wasm32",
};

const lock = JSON.parse(readFileSync(FILE, "utf8"));
let added = 0;
for (const [path, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue;
    const platform = platformOf(name);
    if (!platform) {
      console.warn(
        `left out ${name}@${range}, wanted by ${path || "the project"}: its name tells no platform`,
      );
      continue;
    }
    const version = range.replace(/^[\^~]/, "");
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(entry.dev && { dev: true }),
      optional: true,
      ...platform,
    };
    added += 1;
  }
}
const [project, ...rest] = Object.entries(lock.packages);
rest.sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries([project, ...rest]);
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} entries added`);

/** Whether `name` is found from the package at `path`, looking upwards as Node does. */
function isLocked(path, name) {
  const parents = path.split(/(?:^|\/)node_modules\//).slice(1);
  for (let depth = parents.length; depth >= 0; depth -= 1) {
    const base = parents
      .slice(0, depth)
      .map((parent) => `node_modules/${parent}/`)
      .join("");
    if (lock.packages[`${base}node_modules/${name}`]) return true;
  }
  return false;
}

function platformOf(name) {
  const words = name.split("/").at(-1).split(/[-_.]/);
  const os = words.map((word) => OS[word]).find(Boolean);
  const cpu = words.map((word) => CPU[word]).find(Boolean);
  return os || cpu ? { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }) } : null;
}
