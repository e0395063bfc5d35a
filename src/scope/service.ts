import type { Host } from "../runtime/host.ts";
import type { Realm } from "../runtime/realm.ts";
import { reportAt } from "../runtime/report.ts";
import { throwError } from "../runtime/throw.ts";

/** Services that are one function. */
type ServiceName = "request" | "command" | "fetch" | "clipboard" | "notify" | "openLink";

/**
 * Gives a service of the host. An absent one is reported, and throws an error of the template that names it; the card goes on.
 *
 * @param what What the template called, for the messages: `fetch`, `alert`.
 */
export function expectService<Name extends ServiceName>(realm: Realm, name: Name, what: string): NonNullable<Host[Name]> {
  const service = realm.host[name];
  if (typeof service === "function") return service;
  reportAt(realm, "run/refused", realm.at, { what, service: name });
  return throwError(realm, "Error", `${what} needs the host service \`${name}\``);
}
