import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

/** Connects to the Chromium that all tests share (`test/support/browser-server.ts`); closing it ends the connection and its pages. */
export async function connectBrowser(): Promise<Browser> {
  const response = await fetch(inject("chromiumDoor"));
  const answer = await response.text();
  if (!response.ok) throw new Error(`Chromium could not be started: ${answer}`);
  return chromium.connect(answer);
}
