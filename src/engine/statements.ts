import type { Body, Statement, Switch, Try } from "../ir/nodes.ts";
import { charge } from "../runtime/budget.ts";
import { TemplateThrow } from "../runtime/failure.ts";
import type { Realm } from "../runtime/realm.ts";
import type { Frame } from "./frame.ts";
import { linkHoisted } from "./hoisted.ts";
import type { Exec, Linker, Run } from "./linker.ts";
import { linkFor, linkForEach, linkWhile } from "./loops.ts";
import { isSame } from "./operators.ts";
import { BREAK, CONTINUE, GeneratorReturn, RETURN, type Signal } from "./signals.ts";

/** Links a statement. `labels` are those that a `continue` may name. */
export function linkStatement(node: Statement, labels: readonly string[], linker: Linker): Exec {
  switch (node.kind) {
    case "expression-statement": {
      const value = linker.expression(node.value);
      if (node.completes) return (frame, realm) => void (realm.completion = value(frame, realm));
      return (frame, realm) => void value(frame, realm);
    }
    case "declare": {
      const value = linker.expression(node.value);
      const fill = linker.target(node.target, true);
      return (frame, realm) => void fill(frame, realm, value(frame, realm));
    }
    case "return": {
      const value = node.value === null ? undefined : linker.expression(node.value);
      return (frame, realm) => {
        realm.result = value?.(frame, realm);
        return RETURN;
      };
    }
    case "if": {
      const test = linker.expression(node.test);
      const yes = linker.statement(node.yes);
      const no = node.no === null ? undefined : linker.statement(node.no);
      return completing(node, (frame, realm) => (test(frame, realm) ? yes(frame, realm) : no?.(frame, realm)));
    }
    case "block":
      return linkBlock(node.body, linker);
    case "for":
      return completing(node, linkFor(node, labels, linker));
    case "for-each":
      return completing(node, linkForEach(node, labels, linker));
    case "while":
      return completing(node, linkWhile(node, labels, linker));
    case "switch":
      return completing(node, linkSwitch(node, linker));
    case "try":
      return completing(node, linkTry(node, linker));
    case "throw": {
      const value = linker.expression(node.value);
      const at = node.span[0];
      return (frame, realm) => {
        throw new TemplateThrow(value(frame, realm), at);
      };
    }
    case "jump": {
      const { form, label } = node;
      const signal: Signal = label === null ? (form === "break" ? BREAK : CONTINUE) : { form, label };
      return () => signal;
    }
    case "labelled": {
      const body = linker.statement(node.body, node.labels);
      return (frame, realm) => {
        const signal = body(frame, realm);
        return signal?.form === "break" && signal.label !== null && node.labels.includes(signal.label) ? undefined : signal;
      };
    }
  }
}

/** A compound statement of the script starts with an empty completion value (ECMAScript, UpdateEmpty). */
function completing(node: { readonly completes: boolean }, exec: Exec): Exec {
  if (!node.completes) return exec;
  return (frame, realm) => {
    realm.completion = undefined;
    return exec(frame, realm);
  };
}

function linkBlock(body: Body, linker: Linker): Exec {
  return linker.body(body, () => linker.statements(body.statements));
}

export function linkStatements(nodes: readonly Statement[], linker: Linker): Exec {
  const execs = nodes.map((node) => linker.statement(node));
  const [a, b] = execs as [Exec, Exec];
  switch (execs.length) {
    case 0:
      return () => undefined;
    case 1:
      return a;
    case 2:
      return (frame, realm) => a(frame, realm) ?? b(frame, realm);
    default:
      return (frame, realm) => {
        for (let i = 0; i < execs.length; i++) {
          const signal = (execs[i] as Exec)(frame, realm);
          if (signal !== undefined) return signal;
        }
        return undefined;
      };
  }
}

function linkSwitch(node: Switch, linker: Linker): Exec {
  const value = linker.expression(node.value);
  const { enter, result } = linker.scoped(node.scope, () => ({
    tests: node.cases.map((branch): Run | undefined => (branch.test === null ? undefined : linker.expression(branch.test))),
    bodies: node.cases.map((branch) => linker.statements(branch.statements)),
    hoisted: linkHoisted({ body: node.scope }, linker),
  }));
  const fallback = result.tests.indexOf(undefined);
  return (outer, realm) => {
    const subject = value(outer, realm);
    const frame = enter(outer);
    for (const fill of result.hoisted) fill(frame, realm);
    const from = matchCase(result.tests, subject, frame, realm, fallback);
    if (from < 0) return undefined;
    for (let i = from; i < result.bodies.length; i++) {
      const signal = (result.bodies[i] as Exec)(frame, realm);
      if (signal === BREAK) return undefined;
      if (signal !== undefined) return signal;
    }
    return undefined;
  };
}

function matchCase(tests: readonly (Run | undefined)[], subject: unknown, frame: Frame, realm: Realm, fallback: number): number {
  for (let i = 0; i < tests.length; i++) {
    const test = tests[i];
    if (test !== undefined && isSame(realm, test(frame, realm), subject)) return i;
  }
  return fallback;
}

/** Units that a caught throw costs: the host takes microseconds to unwind, a step takes nanoseconds. */
export const unwinding = 8;

/**
 * Links `try`. Only what the template can throw is caught: a `LimitError`, a host stack overflow or a bug of ours passes
 * without running a line of the template, so that no `catch` or `finally` outlives the budget.
 */
function linkTry(node: Try, linker: Linker): Exec {
  const block = linkBlock(node.block, linker);
  const handler = node.handler === null ? undefined : linkHandler(node, linker);
  const finalizer = node.finalizer === null ? undefined : linkBlock(node.finalizer, linker);
  const guarded: Exec =
    handler === undefined
      ? block
      : (frame, realm) => {
          const { depth } = realm;
          try {
            return block(frame, realm);
          } catch (error) {
            if (!(error instanceof TemplateThrow)) throw error;
            realm.depth = depth;
            charge(realm, unwinding);
            if (node.completes) realm.completion = undefined;
            return handler(frame, realm, error.value);
          }
        };
  if (finalizer === undefined) return guarded;
  return (frame, realm) => {
    let signal: Signal | undefined;
    let thrown: TemplateThrow | GeneratorReturn | undefined;
    try {
      signal = guarded(frame, realm);
    } catch (error) {
      if (!(error instanceof TemplateThrow) && !(error instanceof GeneratorReturn)) throw error;
      thrown = error;
    }
    const { completion, result } = realm;
    if (node.completes) realm.completion = undefined;
    const last = finalizer(frame, realm);
    // An abrupt end of `finally` replaces what came before it (14.15.3).
    if (last !== undefined) return last;
    if (node.completes) realm.completion = completion;
    realm.result = result;
    if (thrown !== undefined) throw thrown;
    return signal;
  };
}

function linkHandler(node: Try, linker: Linker): (frame: Frame, realm: Realm, value: unknown) => Signal | undefined {
  const { param, handler, scope } = node;
  if (scope === null || handler === null) return () => undefined;
  const { enter, result } = linker.scoped(scope, () => ({
    fill: param === null ? undefined : linker.target(param, true),
    body: linkBlock(handler, linker),
  }));
  return (outer, realm, value) => {
    const frame = enter(outer);
    result.fill?.(frame, realm, value);
    return result.body(frame, realm);
  };
}
