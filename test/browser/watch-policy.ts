import type { BrowserContext } from "playwright-core";

/** Hears of everything that the policies of a context's pages and frames refuse, as `directive what`. */
export async function watchPolicy(context: BrowserContext): Promise<string[]> {
  const violations: string[] = [];
  await context.exposeBinding("tellViolation", (_source, text: string) => void violations.push(text));
  await context.addInitScript(() => {
    const tell = (globalThis as unknown as { tellViolation(text: string): void }).tellViolation;
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => {
      tell(`${effectiveDirective} ${blockedURI} ${sample}`.trim());
    });
  });
  return violations;
}
