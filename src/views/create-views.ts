import { LRUCache } from "lru-cache";
import type { CompileResult } from "../compile/compile.ts";
import { type ViewContext, viewContexts } from "../components/definition-rules.ts";
import type { Registry } from "../components/registry.ts";
import { toTitle } from "../context/attribute-label.ts";
import { toKlasses } from "../context/create-klasses.ts";
import { describeValue } from "../context/input-error.ts";
import type { Klasses } from "../context/klasses.ts";
import { resourceForm } from "../context/standard-names.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { report } from "../diagnostics/report.ts";
import { suggestName } from "../diagnostics/suggest.ts";
import { compile } from "../entry/compile.ts";
import { checkKeys } from "../render/options.ts";
import { type Definition, readDefinition } from "./read-definition.ts";
import type { View, Views } from "./view.ts";
import { findOddities } from "./view-rules.ts";

/** Options of `createViews`. */
export interface ViewsOptions {
  /** The host's klasses: what `createKlasses` gave, or what it takes. Where given, views of other klasses are reported. */
  readonly klasses?: unknown;
  /** Components that templates may use; the platform's by default. */
  readonly registry?: Registry;
  /** How many compiled templates are kept; 200 by default. */
  readonly cacheSize?: number;
  /** Hears of what is wrong with the definitions. What is wrong with a template, its `template()` says. */
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void;
}

const optionNames: readonly string[] = ["klasses", "registry", "cacheSize", "onDiagnostic"];

/**
 * Creates the views of a workspace from `kviews` of app definitions (`reference/kview.md`, section 1).
 *
 * Never throws for a bad definition: it is reported to `onDiagnostic` and left out, or read as far as it goes. A view that is
 * disabled, or whose template is empty, is never given. A template is compiled when it is first asked for; what came out is kept
 * by its content, the least used going first. Throws a `TypeError` for a wrong option, naming it.
 *
 * @param definitions Entries of `kviews`, of one app or of several one after the other. They are copied.
 *
 * @example
 * const views = createViews([
 *   {
 *     name: "kustomer.app.acme.order",
 *     resource: "kobject.acme-order",
 *     context: "expanded-timeline",
 *     template: '<Field field="totalNum" value={kobject.custom.totalNum} />',
 *     meta: { displayName: "Order", icon: "cart" },
 *   },
 * ]);
 * for (const view of views.for("kobject.acme-order", "expanded-timeline")) {
 *   const result = view.template();
 *   if (result.ok) renderToString(result.template, bag);
 * }
 */
export function createViews(definitions: Iterable<unknown>, options: ViewsOptions = {}): Views {
  const { klasses, registry, cache, tell } = expectOptions(options);
  const known = klasses ?? toKlasses(undefined);
  const all: View[] = [];
  const places = new Map<string, View[]>();
  const names = new Set<string>();
  expectList(definitions).forEach((entry, index) => {
    const path = `kviews[${index}]`;
    const definition = readDefinition(entry, path, tell);
    if (definition === undefined) return;
    for (const [code, params] of findOddities(definition, klasses)) tell(report(code, undefined, params));
    // A disabled view takes no name: it may be the former version of another.
    if (!definition.enabled) return;
    const { name, resource, context } = definition;
    if (names.has(name)) {
      tell(report("view/duplicate", undefined, { name, path }));
      return;
    }
    names.add(name);
    if (definition.template.trim() === "") return;
    const view = toView(definition, known, registry, cache);
    all.push(view);
    const place = `${context} ${resource}`;
    const others = places.get(place);
    if (others === undefined) places.set(place, [view]);
    else others.push(view);
  });
  for (const list of places.values()) Object.freeze(list);
  Object.freeze(all);
  return Object.freeze({
    for: (resource: string, context: ViewContext) => places.get(`${expectContext(context)} ${expectResource(resource)}`) ?? none,
    all: () => all,
  });
}

const none: readonly View[] = Object.freeze([]);

function toView(definition: Definition, klasses: Klasses, registry: Registry | undefined, cache: LRUCache<string, CompileResult>): View {
  const { id, name, resource, context, template: source, state } = definition;
  // All that a compiled template depends on. The name is in it, since what a card stores goes by it.
  const key = [name, context, resource, source].join("\n");
  const template = () => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const result = compile(source, { name, context, resource, ...(registry === undefined ? {} : { registry }) });
    cache.set(key, result);
    return result;
  };
  return Object.freeze({
    id,
    name,
    displayName: definition.displayName ?? toTitle(name.slice(name.lastIndexOf(".") + 1, 200)),
    icon: definition.icon ?? klasses.get(resource)?.icon,
    state,
    context,
    resource,
    template,
  });
}

function expectOptions(options: ViewsOptions) {
  checkKeys(options, optionNames, "option");
  const { klasses, registry, cacheSize = 200, onDiagnostic = ignore } = options;
  if (registry !== undefined && typeof registry?.get !== "function")
    throw new TypeError("option `registry` has to be what `createRegistry` gave");
  if (!Number.isInteger(cacheSize) || cacheSize <= 0) throw new TypeError("option `cacheSize` has to be a positive whole number");
  if (typeof onDiagnostic !== "function") throw new TypeError("option `onDiagnostic` has to be a function");
  return {
    klasses: klasses === undefined || klasses === null ? undefined : toKlasses(klasses),
    registry,
    cache: new LRUCache<string, CompileResult>({ max: cacheSize }),
    tell: onDiagnostic,
  };
}

function ignore(_diagnostic: Diagnostic): void {}

function expectList(definitions: unknown): readonly unknown[] {
  if (typeof definitions === "object" && definitions !== null && Symbol.iterator in definitions)
    return [...(definitions as Iterable<unknown>)];
  throw new TypeError(`argument \`definitions\`: expected a list of views, found ${describeValue(definitions)}`);
}

function expectContext(context: unknown): string {
  if ((viewContexts as readonly unknown[]).includes(context)) return context as string;
  const meant = typeof context === "string" ? suggestName(context, viewContexts) : undefined;
  const hint = meant === undefined ? `it has to be one of ${viewContexts.join(", ")}` : `did you mean \`${meant}\`?`;
  throw new TypeError(`argument \`context\` is \`${String(context).slice(0, 40)}\`; ${hint}`);
}

function expectResource(resource: unknown): string {
  if (typeof resource === "string" && resourceForm.test(resource)) return resource;
  const found = typeof resource === "string" ? `\`${resource.slice(0, 60)}\`` : describeValue(resource);
  throw new TypeError(`argument \`resource\`: expected customer, conversation, company, message, user or kobject.<klass>, found ${found}`);
}
