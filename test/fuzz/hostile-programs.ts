import { lodashFunctions } from "../../src/policy/lodash.ts";
import { momentMethods } from "../../src/policy/moment.ts";
import { browserScopeNames, facadeNames } from "../../src/policy/scope-names.ts";
import type { Choices } from "../support/language/choices.ts";

const names: readonly string[] = [
  ..."customer context this window document globalThis Object Array String Number Math JSON Promise Map Set Date RegExp Error Intl URL WeakMap console f C list o text".split(
    " ",
  ),
  ..."eval Function Symbol Proxy Reflect process require module top self Kustomer constructor undefined arguments structuredClone".split(
    " ",
  ),
  ...facadeNames,
  ...browserScopeNames,
];

const keys: readonly string[] = [
  ..."constructor __proto__ prototype call apply bind toString valueOf toJSON then caller arguments length name raw index groups lastIndex stack cause message".split(
    " ",
  ),
  ..."__defineGetter__ __lookupGetter__ hasOwnProperty get set map filter reduce sort slice push splice entries keys values next return throw size of from defaultView".split(
    " ",
  ),
  ..."ownerDocument parentNode innerHTML contentWindow target currentTarget view props state type key ref current createElement cloneElement Component cookie href".split(
    " ",
  ),
  ...lodashFunctions.keys(),
  ...momentMethods.keys(),
];

const pwn = '"globalThis.__kv_pwned=1"';
const markup = '"<img src=x onerror=globalThis.__kv_pwned=1><script>globalThis.__kv_pwned=1</script>"';

const atoms: readonly string[] = [
  "0",
  "-1",
  "NaN",
  "1e9",
  "2 ** 31",
  '""',
  '"constructor"',
  '"constructor.constructor"',
  '["__proto__", "polluted"]',
  '"__proto__"',
  "null",
  "undefined",
  "true",
  pwn,
  markup,
  '"javascript:globalThis.__kv_pwned=1"',
  '"\\ud800"',
  '"\\0"',
  '"a".repeat(1e5)',
  '"x".repeat(2 ** 29)',
  "[]",
  "({})",
  "[[1, 2]]",
  "({ constructor: 1, __html: 1 })",
  "({ type: 'script', props: { children: 1 }, constructor: undefined })",
  "({ length: 1e9 })",
  "({ then(r) { r(f); } })",
  "({ valueOf() { throw f; } })",
  "({ toString: f, toJSON: f })",
  "Array(1e6)",
  "new Map([[f, f]])",
  "new Date(NaN)",
  "/(a*)*b/g",
  "function* () { yield f; }",
  "(function* () { yield* list; })()",
  "async () => f",
  "() => { throw o; }",
  "(() => { for (;;); })",
  "class extends C { constructor() { super(); return o; } }",
  "(...p) => f(...p)",
  "<script>{text}</script>",
  "<p onClick='x'>{f}</p>",
  "<></>",
  "<C>{list}</C>",
];

const tags: readonly string[] =
  "p div a img script iframe style svg use math form input textarea select option table td title details object embed base meta link video C f window.C this.x Segment Field Row Pill Button Images DynamicCard Grid foreignObject animate b-c".split(
    " ",
  );

const attributes: readonly string[] =
  "href src srcSet style className id name onClick onclick onError dangerouslySetInnerHTML key ref is srcDoc target rel action formAction xlinkHref type value defaultValue checked htmlFor aria-label data-x data-kv-root children sandbox allow popoverTarget nonce title width fill stroke-width d points viewBox label field".split(
    " ",
  );

/** Writes an expression of names, members, calls, markup: whatever a grammar of harmless programs would not. */
export function writeHostile(choices: Choices, depth = 0): string {
  const inner = (): string => writeHostile(choices, depth + 1);
  if (depth > 3 || choices.happens(22)) return choices.happens(50) ? choices.from(names) : `(${choices.from(atoms)})`;
  const key = () => choices.from(keys);
  const list = () => choices.several(0, 3, () => (choices.happens(10) ? `...${inner()}` : inner())).join(", ");
  return choices.from<() => string>([
    () => `${inner()}.${key()}`,
    () => `${inner()}?.[${choices.happens(50) ? JSON.stringify(key()) : inner()}]`,
    () => `${inner()}.${key()}(${list()})`,
    () => `${inner()}?.${key()}?.(${list()})`,
    () => `(${inner()})(${list()})`,
    () => `new (${inner()})(${list()})`,
    () => `_.${choices.from([...lodashFunctions.keys()])}(${list()})`,
    () => `moment(${list()}).${choices.from([...momentMethods.keys()])}(${list()})`,
    () => `(({ ${key()}: a = ${inner()}, ...b }) => [a, b, ${inner()}])(${inner()})`,
    () => `(${inner()})\`${pwn.slice(1, -1)}\${${inner()}}\``,
    () => `[${list()}].${choices.from(["map", "sort", "flatMap", "reduce", "find", "forEach", "join"])}(${inner()})`,
    () => `({ ...${inner()}, [${inner()}]: ${inner()} })`,
    () => `(${inner()} ${choices.from(["+", "==", "in", "instanceof", "??", "&&", ",", "<", "**"])} ${inner()})`,
    () =>
      `(() => { try { ${inner()}; } catch (e) { return ${choices.from(["e", "e.stack", "e.constructor", inner()])}; } finally { ${inner()}; } })()`,
    () => `(${choices.from(["o", "list", "customer", "window", "C", "f", "C.prototype", "React", "_"])}.${key()} = ${inner()})`,
    () =>
      `Object.${choices.from(["assign", "defineProperty", "create", "entries", "fromEntries", "freeze", "getPrototypeOf", "getOwnPropertyDescriptors"])}(${list()})`,
    () => `JSON.${choices.from(["parse", "stringify"])}(${list()})`,
    () => writeMarkup(choices, depth + 1),
    () => `React.createElement(${inner()}, ${inner()}, ${inner()})`,
  ])();
}

/** Writes an element with attributes and children of any value. */
export function writeMarkup(choices: Choices, depth = 0): string {
  const tag = choices.from(tags);
  const given = choices.several(0, 3, () => {
    if (choices.happens(15)) return `{...${writeHostile(choices, depth + 1)}}`;
    const name = choices.from(attributes);
    return choices.happens(25) ? `${name}="globalThis.__kv_pwned=1"` : `${name}={${writeHostile(choices, depth + 1)}}`;
  });
  const child = () => (depth < 3 && choices.happens(40) ? writeMarkup(choices, depth + 1) : `{${writeHostile(choices, depth + 1)}}`);
  const content = choices.several(0, 2, child).join("");
  return `<${[tag, ...given].join(" ")}>${content}</${tag}>`;
}
