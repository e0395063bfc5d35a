import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type BrowserServer, chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { chromiumFlags, chromiumPath, toPictureEnvironment } from "../../scripts/chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Answers with the address of the one Chromium that all tests share, started for the first that asks. */
    readonly chromiumDoor: string;
  }
}

/**
 * One Chromium for all files of tests. Playwright looks at functions by evaluating their text, which the workers may not: so the browser
 * and its half of playwright live here, in the runner's own process.
 */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  let server: Promise<BrowserServer> | undefined;
  const open = () => (server ??= chromium.launchServer({ executablePath: chromiumPath, args: chromiumFlags, env: toPictureEnvironment() }));
  const door = createServer((_request, response) => {
    open().then(
      (started) => response.end(started.wsEndpoint()),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  provide("chromiumDoor", `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  return async () => {
    door.closeAllConnections();
    door.close();
    await (await server)?.close();
  };
}
