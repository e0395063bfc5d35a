import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { rolldown } from "rolldown";
import { readTheme } from "../../scripts/theme.js";

/** The strictest policy that a page with cards can have: no eval, no inline script, no HTML that is text; pictures and frames load. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' https: data:",
  "media-src 'self' https:",
  "frame-src https:",
  "require-trusted-types-for 'script'",
  // A test's page may have one of its own, to read HTML as a browser does; kview has none.
  "trusted-types test",
].join("; ");

const document = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Host</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/theme.css">
<link rel="stylesheet" href="/host.css">
<script type="module" src="/page.js"></script>
</head>
<body>
<header data-host="styled" id="header" class="host" title="Of the host"><h1 data-host id="heading">Host</h1></header>
<form data-host id="form" name="form"><input data-host="styled" id="input" name="input" value="kept"></form>
<aside data-host id="aside" class="host">Beside</aside>
<main id="place"></main>
</body>
</html>`;

const hostCss = `html { overflow-y: scroll; } .host { color: rgb(1, 2, 3); } #place { width: 400px; } #aside { position: absolute; left: 420px; top: 0; width: 300px; height: 600px; } p { margin: 3px; }`;

/** The policy of a page that evaluates text, as one without a sandbox has to. */
const loosePolicy = policy
  .replace("script-src 'self'", "script-src 'self' 'unsafe-eval'")
  .replace("; require-trusted-types-for 'script'; trusted-types test", "");

/**
 * Bundles a script as a host would and serves it, with a page around it, on this machine alone: at `/` under the strictest policy, at
 * `/loose` under one that lets it evaluate text.
 */
export async function servePage(script: string): Promise<{ readonly origin: string; close(): void }> {
  const bundle = await rolldown({
    input: `${import.meta.dirname}/${script}`,
    platform: "browser",
    logLevel: "silent",
    transform: { define: { "process.env.NODE_ENV": '"development"' } },
  });
  const { output } = await bundle.generate({ format: "esm" });
  await bundle.close();
  const files: ReadonlyMap<string, readonly [type: string, text: string]> = new Map([
    ["/", ["text/html; charset=utf-8", document]],
    ["/loose", ["text/html; charset=utf-8", document]],
    ["/page.js", ["text/javascript; charset=utf-8", output[0].code]],
    ["/theme.css", ["text/css; charset=utf-8", readTheme()]],
    ["/host.css", ["text/css; charset=utf-8", hostCss]],
  ]);
  const server = createServer(({ url = "/" }, response) => {
    const [type, text] = files.get(url) ?? ["text/plain", undefined];
    response.writeHead(text === undefined ? 404 : 200, {
      "Content-Type": type,
      "Content-Security-Policy": url === "/loose" ? loosePolicy : policy,
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
