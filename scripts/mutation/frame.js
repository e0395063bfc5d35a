// Stands in for `vitest` where tests run many thousand times in one process: it remembers what files describe, and runs what it is asked for.
import { expect } from "./expect.js";

export { vi } from "./spies.js";
export { expect };

/** A suite is described anew in each run: what its body makes is made by the code under test, and must not outlive a mutant. */
const createSuite = (id, body) => ({ id, body, children: [], beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] });
const files = [];
let suite;
let finished;

/** Loads a file of tests. The zone that it sets is its own; what files share sets none but this. */
export async function loadFile(name, load) {
  process.env.TZ = "UTC";
  suite = createSuite(name);
  files.push(suite);
  await load();
  files.at(-1).zone = process.env.TZ;
}

function addSuite(name, ...rest) {
  const body = rest.find((part) => typeof part === "function");
  suite.children.push(createSuite(`${suite.id} > ${suite.children.length}:${name.replaceAll(" > ", " ")}`, body));
}

function addTest(name, ...rest) {
  const run = rest.find((part) => typeof part === "function");
  suite.children.push({ id: `${suite.id} > ${suite.children.length}:${name.replaceAll(" > ", " ")}`, run });
}

const each =
  (add) =>
  (cases, ...values) => {
    const rows = Array.isArray(cases) ? cases : toRows(cases, values);
    return (name, ...rest) => {
      const body = rest.find((part) => typeof part === "function");
      for (const row of rows) add(name, (...context) => body(...(Array.isArray(row) ? row : [row]), ...context));
    };
  };

/** The rows of a tagged template: its first line names the columns. */
function toRows(strings, values) {
  const names = strings[0].split("|").map((name) => name.trim());
  const rows = [];
  for (let at = 0; at < values.length; at += names.length)
    rows.push(Object.fromEntries(names.map((name, column) => [name, values[at + column]])));
  return rows;
}

const forEach =
  (add) =>
  (rows) =>
  (name, ...rest) => {
    const body = rest.find((part) => typeof part === "function");
    for (const row of rows) add(name, (context) => body(row, context));
  };

const complete = (add) => {
  const nothing = Object.assign(() => {}, { each: () => () => {}, for: () => () => {} });
  const api = Object.assign((...args) => add(...args), { each: each(add), for: forEach(add) });
  return Object.assign(api, { skipIf: (skip) => (skip ? nothing : api), runIf: (run) => (run ? api : nothing), sequential: api });
};
export const describe = complete(addSuite);
export const it = complete(addTest);
export const beforeAll = (hook) => suite.beforeAll.push(hook);
export const beforeEach = (hook) => suite.beforeEach.push(hook);
export const afterEach = (hook) => suite.afterEach.unshift(hook);
export const afterAll = (hook) => suite.afterAll.unshift(hook);
export const onTestFinished = (hook) => finished.unshift(hook);

/**
 * Runs the tests that `wanted` names (all without it), in order, until `onTest` says that it has seen enough.
 * `onStart` hears the id of each suite and test whose code runs next.
 */
export async function runTests({ wanted, onStart = () => {}, onTest }) {
  const paths = wanted && new Set(wanted.flatMap((id) => id.split(" > ").map((_, at, parts) => parts.slice(0, at + 1).join(" > "))));
  const outer = { beforeEach: [], afterEach: [] };
  for (const file of files) {
    if (paths && !paths.has(file.id)) continue;
    process.env.TZ = file.zone;
    if (await runSuite(file, { paths, onStart, onTest, outer })) return;
  }
}

async function runSuite(declared, { paths, onStart, onTest, outer }) {
  const { id } = declared;
  onStart(id);
  const own = declared.body === undefined ? declared : createSuite(id, declared.body);
  let enough = false;
  try {
    if (declared.body !== undefined) {
      suite = own;
      await declared.body();
    }
    for (const hook of own.beforeAll) await hook();
    const hooks = { beforeEach: [...outer.beforeEach, ...own.beforeEach], afterEach: [...own.afterEach, ...outer.afterEach] };
    for (const child of own.children) {
      if (paths && !paths.has(child.id)) continue;
      enough = child.run
        ? await runTest(child, { hooks, onStart, onTest })
        : await runSuite(child, { paths, onStart, onTest, outer: hooks });
      if (enough) break;
    }
    onStart(id);
    for (const hook of own.afterAll) await hook();
  } catch (error) {
    enough = onTest({ id, error, ms: 0 }) || enough;
  }
  return enough;
}

async function runTest({ id, run }, { hooks, onStart, onTest }) {
  const started = performance.now();
  const after = [];
  finished = after;
  let error;
  const attempt = async (code) => {
    try {
      await code();
    } catch (thrown) {
      error ??= thrown ?? new Error("undefined was thrown");
    }
  };
  onStart(id);
  const context = { onTestFinished: (hook) => after.unshift(hook), expect };
  await attempt(async () => {
    for (const hook of hooks.beforeEach) await hook();
    await run(context);
  });
  for (const hook of [...hooks.afterEach, ...after]) await attempt(hook);
  return onTest({ id, error, ms: performance.now() - started });
}
