import { call } from "../../src/runtime/call.ts";
import { LimitError, TemplateThrow } from "../../src/runtime/failure.ts";
import { arrayExtras, get } from "../../src/runtime/get.ts";
import { Handle, Native, Opaque } from "../../src/runtime/handles.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { isRecord } from "../../src/runtime/record.ts";

/** Markup with every kind of element that has properties of its own, and some that only a host's component could have put there. */
export const everyElement = `
<form id="kv-f" name="kv-f"><input id="kv-i" name="kv-email" value="a@b.c" type="email"><input type="file" name="kv-file">
<input type="checkbox" checked name="kv-c"><input type="radio" name="kv-r" value="1"><input type="radio" name="kv-r" value="2">
<select name="kv-s" multiple><option value="1" selected>one</option><optgroup label="g"><option>two</option></optgroup></select>
<textarea name="kv-t">text</textarea><button type="submit">go</button><label for="kv-i">L</label><output>o</output></form>
<table><thead><tr><th>h</th></tr></thead><tbody><tr><td>d</td></tr></tbody></table><a href="https://example.com/" target="_blank">a</a>
<img src="https://example.com/x.png" alt="x"><video></video><audio></audio><canvas></canvas><iframe sandbox="allow-scripts allow-forms"></iframe>
<svg><g><path d="M0 0"></path><a xlink:href="#x"></a></g></svg><details><summary>s</summary></details><progress value="1"></progress>
<style>.a{}</style><script type="text/plain">host</script><x-host></x-host><!-- comment -->text<ul><li value="3">i</li></ul>`;

/** Names that lead somewhere in hosts. */
export const gadgets: readonly string[] =
  "constructor __proto__ prototype __defineGetter__ __lookupGetter__ then contentWindow contentDocument view sourceCapabilities".split(" ");

/** Every property name of an object of the page, and of its prototypes. */
export function hostNames(value: object): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at: object | null = value; at !== null; at = Object.getPrototypeOf(at) as object | null)
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  return names;
}

const deepest = 6;
/** How many facades of one kind are walked: methods make more of them. */
const mostOfKind = 3;
const plainTypes: ReadonlySet<string> = new Set(["undefined", "boolean", "number", "string"]);

/** Methods that take away what is walked, or lead out of the test's page. */
const skipped: ReadonlySet<string> = new Set([
  "remove",
  "removeChild",
  "replaceChildren",
  "replaceWith",
  "append",
  "prepend",
  "requestSubmit",
]);

export interface Walk {
  /** All facades that were reached, with a way to each. */
  readonly handles: ReadonlyMap<Opaque, string>;
  /** The kinds that were walked, elements by their names. */
  readonly kinds: readonly string[];
  /** Ways to values that are none of the closed universe. */
  readonly leaks: readonly string[];
}

/** Reads every name of every facade that can be reached from some values, and calls every method without arguments and with some. */
export function walkFacades(realm: Realm, first: Readonly<Record<string, unknown>>, names: Iterable<string>): Walk {
  const handles = new Map<Opaque, string>();
  const leaks: string[] = [];
  const all = [...names];
  for (const [name, value] of Object.entries(first)) collect(value, name, handles, leaks);
  const walked = new Map<string, number>();
  for (const [value, trail] of handles) {
    const kind = kindOf(value);
    const count = walked.get(kind) ?? 0;
    if (count >= mostOfKind) continue;
    walked.set(kind, count + 1);
    for (const name of new Set([...all, ...value.type.methods.keys()])) {
      realm.fuel = 1e9;
      const result = attempt(() => get(realm, value, name));
      collect(result, `${trail}.${name}`, handles, leaks);
      if (!(result instanceof Native) || result.run === undefined || skipped.has(name)) continue;
      for (const args of [[], ["div"], [0, 1], [value]])
        collect(
          attempt(() => call(realm, result, value, args)),
          `${trail}.${name}(${args.length})`,
          handles,
          leaks,
        );
    }
  }
  return { handles, leaks, kinds: [...walked.keys()] };
}

function kindOf({ type, state }: Opaque): string {
  const { node, event } = (state ?? {}) as { readonly node?: Node; readonly event?: Event };
  return `${type.name} ${node?.nodeName ?? event?.type ?? ""}`.trim();
}

function collect(value: unknown, trail: string, handles: Map<Opaque, string>, leaks: string[], level = 0): void {
  if (plainTypes.has(typeof value) || value === null || level > deepest) return;
  if (value instanceof Handle) {
    if (value instanceof Opaque && !handles.has(value as Opaque)) handles.set(value as Opaque, trail);
    return;
  }
  const extras = (value as { [arrayExtras]?: object })[arrayExtras];
  if (extras !== undefined) collect(extras, `${trail}#`, handles, leaks, level + 1);
  if (!Array.isArray(value) && !isRecord(value)) leaks.push(`${trail}: ${Object.prototype.toString.call(value)}`);
  else for (const [key, item] of Object.entries(value)) collect(item, `${trail}.${key}`, handles, leaks, level + 1);
}

function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (error instanceof TemplateThrow) return error.value;
    if (error instanceof LimitError) return undefined;
    throw error;
  }
}
