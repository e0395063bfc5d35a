import { toText } from "../../runtime/coerce.ts";
import { TemplateThrow } from "../../runtime/failure.ts";
import { type Implementation, Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import { createError } from "../../runtime/throw.ts";
import { askHost, promiseOf } from "../ask-host.ts";
import { chargeScan } from "../intrinsics/arguments.ts";
import { createPromise } from "../intrinsics/promise.ts";
import { pending } from "../intrinsics/promise-jobs.ts";
import { expectService } from "../service.ts";
import { createFunctions } from "./facade-functions.ts";
import { createNamedError } from "./named-error.ts";
import { PerCard } from "./per-card.ts";

/** What is the same for every card: nothing that would tell one agent's browser from another's. */
const constants: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["cookieEnabled", false],
  ["maxTouchPoints", 0],
  ["onLine", true],
  ["platform", ""],
  ["userAgent", "Mozilla/5.0 (KView)"],
  ["vendor", ""],
]);

/** Hands text to the host at once: a browser copies only for a little while after the agent did something. */
const writeText: Implementation = (realm, _self, [value]) => {
  const text = toText(realm, value);
  chargeScan(realm, text.length);
  return createPromise(
    realm,
    promiseOf(() => {
      if (realm.live === undefined) return pending;
      const copy = expectService(realm, "clipboard", "navigator.clipboard.writeText");
      return askHost(realm, {
        ask: async () => copy(text),
        toValue: () => undefined,
        toError: () => createError("Error", "the host service `clipboard` did not take the text"),
      });
    }),
  );
};

const readText: Implementation = (realm) =>
  createPromise(realm, Promise.reject(new TemplateThrow(createNamedError("NotAllowedError", "a card can't read the clipboard"), realm.at)));

const clipboard = new Native({ name: "Clipboard", members: createFunctions({ readText, writeText }) });

const navigatorType: OpaqueType<{ readonly languages: readonly string[] }> = {
  name: "Navigator",
  methods: new Map(),
  read: (realm, { languages }, key) => {
    switch (key) {
      case "clipboard":
        return clipboard;
      case "language":
        return realm.locale;
      case "languages":
        return languages;
      default:
        return constants.get(key);
    }
  },
};

/** `navigator`: what a card may know of the agent's browser, which is their language. */
export const navigatorName = new PerCard(({ locale }) => new Opaque(navigatorType, { languages: Object.freeze([locale]) }));
