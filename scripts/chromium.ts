import { fileURLToPath } from "node:url";

/** Where Debian's Chromium is; `CHROMIUM` names another. */
export const chromiumPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** How Chromium is started for tests, benchmarks and pictures: without a sandbox of its own, as in a container, and quiet on the network. */
export const chromiumFlags: string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The environment of a Chromium whose pictures are compared: letters are drawn the same whatever fonts and settings the machine has. */
export function toPictureEnvironment(): Record<string, string> {
  const given = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(given), FONTCONFIG_FILE: fileURLToPath(new URL("fonts.conf", import.meta.url)) };
}
