import { type CompileResult, compileTemplate, type PipelineOptions } from "../compile/compile.ts";
import { type ViewContext, viewContexts } from "../components/definition-rules.ts";
import { createRegistry, type Registry } from "../components/registry.ts";
import { unnamedView } from "../ir/program.ts";
import type { PolicyEnv } from "../policy/env.ts";
import { intrinsics } from "../policy/intrinsics.ts";
import type { Limits } from "../policy/limits.ts";
import { bagNames, browserScopeNames, facadeNames } from "../policy/scope-names.ts";
import { checkKeys, toLimits, toPolicy } from "../render/options.ts";

/** Options of `compile`. */
export interface CompileOptions {
  /** Name of the view, for messages and files. */
  readonly name?: string;
  /** Where the view renders: `smartbar-card`, `smartbar-details`, `expanded-timeline`, `create-form`. */
  readonly context?: ViewContext;
  /** What the view belongs to: `customer`, `conversation`, `company`, `message`, `user`, `kobject.<klass>`. */
  readonly resource?: string;
  /** Components that the template may use; the platform's by default. */
  readonly registry?: Registry;
  /** Further names in scope: custom contexts that the host puts into the bag. */
  readonly names?: readonly string[];
  /** The host's wishes about addresses, so that constant ones which it refuses are reported before any render. */
  readonly policy?: Omit<PolicyEnv, "idPrefix">;
  readonly limits?: Partial<Limits>;
  readonly inspect?: PipelineOptions["inspect"];
}

const optionNames: readonly string[] = ["name", "context", "resource", "registry", "names", "policy", "limits", "inspect"];

/**
 * Compiles a KView template (reference/kview.md, section 2).
 *
 * Reports every problem that it can find and never throws for a bad template. Nothing in `source` is executed. The result
 * is plain data apart from what renderers remember on it: store `template.program` as JSON and give it to `loadTemplate`.
 *
 * @param source Template text, untrusted; at most `limits.sourceLength` UTF-16 units.
 * @param options Unknown keys and wrong values throw a `TypeError` that names the key.
 *
 * @example
 * const result = compile("<p>{customer.name}</p>");
 * if (result.ok) renderToString(result.template, bag);
 */
export function compile(source: string, options: CompileOptions = {}): CompileResult {
  if (typeof source !== "string") throw new TypeError("argument `source` has to be the template's text");
  checkKeys(options, optionNames, "option");
  const { name = unnamedView, context, resource, names = [], registry = standardRegistry } = options;
  if (typeof name !== "string") throw new TypeError("option `name` has to be text");
  if (context !== undefined && !viewContexts.includes(context))
    throw new TypeError(`option \`context\` is \`${String(context).slice(0, 40)}\`; it has to be one of ${viewContexts.join(", ")}`);
  if (resource !== undefined && typeof resource !== "string") throw new TypeError("option `resource` has to be text");
  if (typeof registry?.get !== "function") throw new TypeError("option `registry` has to be what `createRegistry` gave");
  return compileTemplate(source, {
    name,
    context,
    components: registry,
    names: registry === standardRegistry && names.length === 0 ? standardNames : new Set([...scopeNames, ...registry.names(), ...names]),
    limits: toLimits(options.limits),
    policy: toPolicy(options.policy, "kv"),
    ...(options.inspect === undefined ? {} : { inspect: options.inspect }),
  });
}

const standardRegistry = createRegistry();
const scopeNames: readonly string[] = [...bagNames, ...facadeNames, ...browserScopeNames, ...Object.keys(intrinsics.globals)];
/** By far the most frequent set, made once. */
const standardNames: ReadonlySet<string> = new Set([...scopeNames, ...standardRegistry.names()]);
