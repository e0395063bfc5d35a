import { Bag } from "../../src/context/bag.ts";
import { standardKlasses } from "../../src/context/standard-klasses.ts";
import { compile } from "../../src/entry/compile.ts";
import type { Limits } from "../../src/policy/limits.ts";
import { linkTemplate } from "../../src/render/link-template.ts";
import { toSettings } from "../../src/render/options.ts";
import { createRealm } from "../../src/render/realm.ts";
import { ViewLinker } from "../../src/render/view-link.ts";
import { exportValue } from "../../src/runtime/export.ts";
import { Fn, Native } from "../../src/runtime/handles.ts";
import type { Host } from "../../src/runtime/host.ts";
import { importValue } from "../../src/runtime/import.ts";
import { type Live, RequestEnd } from "../../src/runtime/live.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { createRecord, type Rec } from "../../src/runtime/record.ts";
import { createTestLive } from "./live.ts";

/** What a script left behind. */
export interface LiveScript {
  readonly realm: Realm;
  /** What it handed to `log`, as plain data. */
  readonly log: unknown[];
  /** Codes and messages of what was reported. */
  readonly reported: string[];
  /** Gives up all that is under way, as a card that goes does. */
  readonly unmount: () => void;
  /** Lets what is under way come to its end. */
  readonly settle: () => Promise<void>;
}

interface LiveScriptOptions {
  readonly host?: Host;
  readonly limits?: Partial<Limits>;
  readonly live?: Partial<Live>;
  /** Runs in the string target: nothing happens afterwards. */
  readonly still?: boolean;
  readonly data?: Rec;
  /** Further names, values of the closed universe. */
  readonly names?: ReadonlyMap<string, unknown>;
}

/** Runs a template's script in a card of a page, with `log(x)`, and waits until nothing is under way. */
export async function runLive(source: string, options: LiveScriptOptions = {}): Promise<LiveScript> {
  const { host = {}, names = new Map(), still = false } = options;
  const compiled = compile(source, { names: ["log", ...names.keys()] });
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join("; "));
  const log: unknown[] = [];
  const reported: string[] = [];
  const bag = new Bag("", Object.assign(createRecord(), importValue(options.data ?? {}, "data")) as Rec, standardKlasses);
  const settings = toSettings(
    {
      now: "2026-01-02T03:04:05Z",
      host,
      ...(options.limits === undefined ? {} : { limits: options.limits }),
      onDiagnostic: ({ code, message }) => reported.push(`${code}: ${message}`),
    },
    new Set(),
  );
  const open = new Set<AbortController>();
  const live = still ? undefined : createTestLive({ ask: createAsk(open, () => renew()), ...options.live });
  const card = createRealm(compiled.template, bag, settings, live);
  const record = new Native({
    name: "log",
    run: (realm, _self, args) => void log.push(exportValue(realm, args.length > 1 ? [...args] : args[0])),
  });
  const realm: Realm = { ...card, globals: new Map([...card.globals, ...names, ["log", record]]) };
  const renew = () => {
    realm.fuel = settings.limits.fuel;
  };
  const { script } = compiled.template.linked((template) => linkTemplate(template, new ViewLinker()));
  script.invoke(new Fn(script, undefined, realm), realm.bag, []);
  const settle = async () => {
    for (let i = 0; i < 12; i++) await new Promise((resolve) => setTimeout(resolve, 0));
  };
  await settle();
  return { realm, log, reported, settle, unmount: () => open.forEach((controller) => void controller.abort()) };
}

/** As a page asks: with a signal of its own, which the card's end and the template abort. */
function createAsk(open: Set<AbortController>, renew: () => void): Live["ask"] {
  return (service, giveUp) =>
    new Promise((resolve, reject) => {
      const controller = new AbortController();
      open.add(controller);
      const end = (settle: () => void) => {
        if (!open.delete(controller)) return;
        renew();
        settle();
      };
      giveUp?.addEventListener("abort", () => {
        end(() => reject(new RequestEnd("abort", "given up")));
        controller.abort();
      });
      Promise.resolve()
        .then(() => service(controller.signal))
        .then(
          (value) => !controller.signal.aborted && end(() => resolve(value)),
          (error: unknown) => !controller.signal.aborted && end(() => reject(error)),
        );
    });
}
