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
