// One cold start, in a process of its own: what an app loads, and its first card. Plain JavaScript, so that nothing is loaded beside it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [, , engine, file, records] = process.argv;
const source = readFileSync(file, "utf8");
const data = JSON.parse(records);

const starts = {
  kview: async () => {
    const { compile, createContext } = await import("../dist/node/index.js");
    const { renderToString } = await import("../dist/node/html.js");
    return () => {
      const result = compile(source);
      return renderToString(result.template, createContext({ resource: "kobject.order", ...data }));
    };
  },
  // A program that was compiled before: a page that renders needs no parser.
  "kview, stored program": async () => {
    const { createContext } = await import("../dist/node/context.js");
    const { loadTemplate, renderToString } = await import("../dist/node/html.js");
    return () => renderToString(loadTemplate(data.program), createContext({ resource: "kobject.order", ...data.records }));
  },
  naive: async () => {
    const require = createRequire(new URL("package.json", import.meta.url));
    const { transform } = require("sucrase");
    const { h, Fragment } = require("preact");
    const { renderToString } = require("preact-render-to-string");
    return () => {
      const options = { transforms: ["jsx"], jsxRuntime: "classic", jsxPragma: "h", jsxFragmentPragma: "Fragment", production: true };
      const last = source.search(/^<(?!\/)/m);
      const { code } = transform(`${source.slice(0, last)}return ${source.slice(last)}`, { ...options, disableESTransforms: true });
      const box = (name) => (props) => h("div", { class: props.padded ? `${name} kv-padded` : name }, props.children);
      const scope = {
        h,
        Fragment,
        Container: box("kv-container"),
        BasicField: ({ label, value }) =>
          h("div", { class: "kv-field" }, h("div", { class: "kv-field-label" }, label), h("div", { class: "kv-field-value" }, value)),
        Pill: ({ label, color }) => h("span", { class: `kv-pill kv-pill-${color}` }, label),
        ...data,
      };
      return renderToString(new Function(...Object.keys(scope), code)(...Object.values(scope)));
    };
  },
};

/** Milliseconds of the processor, whichever thread of this process had them: what else the machine does hardly counts. */
const read = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

const begin = read();
const play = await starts[engine]();
const loaded = read();
const html = play();
const done = read();
console.log(JSON.stringify({ load: loaded - begin, first: done - loaded, total: done - begin, html }));
