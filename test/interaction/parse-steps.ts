import type { ElementState, Step, Target } from "./step.ts";

type Body = Step extends infer S ? (S extends Step ? Omit<S, "line" | "source"> : never) : never;
type Parser = (rest: string) => Body;

/**
 * Reads `steps.txt`: one step a line, `#` begins a comment. `README.md` beside the cases lists the steps. Throws for a line that is none, naming it.
 */
export function parseSteps(text: string): readonly Step[] {
  return text.split("\n").flatMap((full, index) => {
    const source = full.trim();
    if (source === "" || source.startsWith("#")) return [];
    try {
      return [{ ...parseLine(source), line: index + 1, source } as Step];
    } catch (error) {
      throw new Error(`steps.txt:${index + 1}: ${source}: ${error instanceof Error ? error.message : error}`);
    }
  });
}

function parseLine(source: string): Body {
  const [verb, rest] = splitWord(source);
  const parser = (verb === "expect" ? undefined : verbs[verb]) ?? (verb === "expect" ? parseExpectation : undefined);
  if (parser === undefined) throw new Error("unknown step");
  return parser(rest);
}

const onTarget =
  (verb: "click" | "doubleclick" | "rightclick" | "hover" | "focus" | "check" | "uncheck" | "submit"): Parser =>
  (rest) => ({ do: verb, target: toTarget(rest) });

const withValue =
  (verb: "type" | "fill" | "paste"): Parser =>
  (rest) => {
    const [before, value] = takeText(rest);
    return { do: verb, target: toTarget(before), value };
  };

const verbs: Readonly<Record<string, Parser>> = {
  click: onTarget("click"),
  doubleclick: onTarget("doubleclick"),
  rightclick: onTarget("rightclick"),
  hover: onTarget("hover"),
  focus: onTarget("focus"),
  check: onTarget("check"),
  uncheck: onTarget("uncheck"),
  submit: onTarget("submit"),
  blur: () => ({ do: "blur" }),
  leave: () => ({ do: "leave" }),
  type: withValue("type"),
  fill: withValue("fill"),
  paste: withValue("paste"),
  select: (rest) => {
    const values: string[] = [];
    let left = rest;
    while (left.endsWith('"')) {
      const [before, value] = takeText(left);
      values.unshift(value);
      left = before;
    }
    return { do: "select", target: toTarget(left), values };
  },
  press: (rest) => {
    const [, target = "", key = ""] = match(rest, /^(.+) ([\w+]+)$/);
    return { do: "press", target: toTarget(target), key };
  },
  fire: (rest) => {
    const [, target = "", type = ""] = match(rest, /^(.+) ([a-z]+)$/);
    return { do: "fire", target: toTarget(target), type };
  },
  drag: (rest) => {
    const [, from = "", to = ""] = match(rest, /^(.+) to (.+)$/);
    return { do: "drag", from: toTarget(from), to: toTarget(to) };
  },
  wait: (rest) => ({ do: "wait", milliseconds: rest === "" ? 0 : toCount(rest) }),
  update: (file) => ({ do: "update", file }),
  unmount: () => ({ do: "unmount" }),
};

function parseExpectation(rest: string): Body {
  const [word, after] = splitWord(rest);
  const special = expectations[word];
  if (special !== undefined) return special(after);
  const state = /^(.+) is (checked|unchecked|disabled|enabled|focused|absent|present)$/.exec(rest);
  if (state !== null) return { do: "expect-state", target: toTarget(state[1] as string), state: state[2] as ElementState };
  const [before, text] = takeText(rest);
  const attribute = /^(.+) attribute ([\w-]+)$/.exec(before);
  if (attribute !== null)
    return { do: "expect-attribute", target: toTarget(attribute[1] as string), name: attribute[2] as string, value: text };
  if (before.endsWith(" value")) return { do: "expect-value", target: toTarget(before.slice(0, -" value".length)), value: text };
  return { do: "expect-text", target: toTarget(before), text };
}

const expectations: Readonly<Record<string, Parser>> = {
  count: (rest) => {
    const [, target = "", count = ""] = match(rest, /^(.+) (\d+)$/);
    return { do: "expect-count", target: toTarget(target), count: toCount(count) };
  },
  request: (rest) => {
    const [, method = "", url = "", body] = match(rest, /^([A-Z]+) (\S+)(?: (.+))?$/);
    return { do: "expect-request", method, url, ...(body === undefined ? {} : { body: JSON.parse(body) }) };
  },
  requests: (rest) => ({ do: "expect-requests", count: toCount(rest) }),
  clipboard: (rest) => ({ do: "expect-clipboard", text: takeText(` ${rest}`)[1] }),
  notify: (rest) => {
    const [kind, message] = takeText(rest);
    return { do: "expect-notify", kind, message };
  },
  diagnostic: (rest) => {
    const [code, part] = takeText(rest);
    return { do: "expect-diagnostic", code, part };
  },
};

function toTarget(text: string): Target {
  if (text === "") throw new Error("no selector");
  const labelled = trailingText.exec(text);
  return labelled === null ? { selector: text } : { selector: labelled[1] as string, text: JSON.parse(labelled[2] as string) };
}

const trailingText = /^(.*)\s("(?:[^"\\]|\\.)*")$/;

/** Splits off the JSON string at the end. */
function takeText(rest: string): readonly [before: string, text: string] {
  const [, before = "", text = ""] = match(rest, trailingText);
  return [before.trim(), JSON.parse(text)];
}

function splitWord(text: string): readonly [word: string, rest: string] {
  const at = text.indexOf(" ");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1).trim()];
}

function toCount(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error("not a number");
  return Number(text);
}

function match(text: string, pattern: RegExp): RegExpExecArray {
  const found = pattern.exec(text);
  if (found === null) throw new Error("not understood");
  return found;
}
