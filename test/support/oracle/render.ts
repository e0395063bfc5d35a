import lodash from "lodash";
import moment from "moment";
import { Fragment, h, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { createComponents } from "./components.ts";
import { evaluate } from "./evaluate.ts";
import { react } from "./react.ts";

/** Preact leaves `defaultProps` to `preact/compat`. */
const createElement = (type: unknown, props: unknown, ...children: unknown[]) => {
  const defaults = typeof type === "function" && "defaultProps" in type ? type.defaultProps : undefined;
  return h(type as "div", (defaults === undefined ? props : Object.assign({}, defaults, props)) as object, ...(children as string[]));
};

const bagNames = ["customer", "conversation", "company", "kobject", "object", "context", "message", "user", "currentUser", "appSettings"];

/** A string is finished before any answer comes. */
const unanswered = () => new Promise(() => {});

/** Renders a template without any sandbox: sucrase, the host's JavaScript, Preact and its own string renderer. */
export function renderNaively(source: string, bag: unknown, now: number, realm?: Pick<typeof globalThis, "Function">): string {
  const data = JSON.parse(JSON.stringify(bag)) as Record<string, unknown>;
  class FixedDate extends Date {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [now] : args) as [number]));
    }
    static override now(): number {
      return now;
    }
  }
  const scope: Record<string, unknown> = {
    ...createComponents(h),
    h: createElement,
    Fragment,
    React: { ...react, createElement },
    _: lodash,
    moment,
    Date: FixedDate,
    window: {},
    KustomerRequest: unanswered,
    console: { log() {}, error() {}, warn() {}, info() {} },
  };
  for (const name of bagNames) scope[name] = data[name];
  const clock = moment.now;
  moment.now = () => now;
  try {
    return renderToString(h(Fragment, null, evaluate(source, data, scope, realm) as VNode));
  } finally {
    moment.now = clock;
  }
}
