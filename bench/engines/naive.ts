import { parse } from "@babel/parser";
import lodash from "lodash";
import moment from "moment";
import { loadPeer } from "../peer-packages.ts";
import { createComponents } from "./components.ts";
import { loadPreact } from "./frameworks.ts";

/** Records by the names that a template has for them. */
export type NaiveBag = Readonly<Record<string, unknown>>;

type Transform = (source: string, options: object) => { readonly code: string };

const bagNames = ["customer", "conversation", "company", "kobject", "object", "context", "currentUser", "appSettings"];

/** Compiles a template without any sandbox, once: sucrase for the JSX, `new Function` for the rest, Preact and its string renderer. */
export function compileNaively(source: string, components?: (h: never) => object): (bag: NaiveBag) => string {
  const { transform } = loadPeer<{ readonly transform: Transform }>("sucrase");
  const { h, Fragment, react, renderToString } = loadPreact();
  const options = { transforms: ["jsx"], jsxRuntime: "classic", jsxPragma: "h", jsxFragmentPragma: "Fragment", production: true };
  const { code } = transform(returnLast(source), { ...options, disableESTransforms: true });
  const scope = { ...(components ?? createComponents)(h as never), h, Fragment, React: react, _: lodash, moment, window: {} };
  const run = new Function(...Object.keys(scope), ...bagNames, code);
  const values = Object.values(scope);
  return (bag) => renderToString(h(Fragment, null, run.call(bag, ...values, ...bagNames.map((name) => bag[name]))));
}

/** Puts `return` before the last statement: the completion value of a script that ends with an expression. */
function returnLast(source: string): string {
  const { body } = parse(source, { plugins: ["jsx"], strictMode: true }).program;
  const last = body.at(-1);
  if (last?.type !== "ExpressionStatement") throw new Error("this template does not end with an expression");
  return `"use strict";${source.slice(0, last.start ?? 0)}return ${source.slice(last.start ?? 0)}`;
}
