import type { Body, FunctionNode, Statement, Try } from "../ir/nodes.ts";
import { charge } from "../runtime/budget.ts";
import { TemplateThrow } from "../runtime/failure.ts";
import type { Realm } from "../runtime/realm.ts";
import type { Frame } from "./frame.ts";
import { linkHoisted } from "./hoisted.ts";
import type { Linker } from "./linker.ts";
import { isSame } from "./operators.ts";
import { BREAK, GeneratorReturn, RETURN, type Signal, type Steps, Suspension } from "./signals.ts";
import { unwinding } from "./statements.ts";
import { ExpressionSuspender } from "./suspend-expressions.ts";
import { type ExecSteps, linkForEachSteps, linkForSteps, linkWhileSteps } from "./suspend-loops.ts";

/** Links statements of suspending functions; the counterpart of `statements.ts` and `loops.ts`. */
export class StatementSuspender {
  readonly linker: Linker;
  readonly values: ExpressionSuspender;

  constructor(linker: Linker, asyncGenerator: boolean) {
    this.linker = linker;
    this.values = new ExpressionSuspender(linker, asyncGenerator);
  }

  functionBody(node: FunctionNode): ExecSteps {
    const hoisted = linkHoisted(node, this.linker);
    const statements = this.statements(node.body.statements);
    return function* (frame, realm) {
      for (const fill of hoisted) fill(frame, realm);
      return yield* statements(frame, realm);
    };
  }

  statements(nodes: readonly Statement[]): ExecSteps {
    const list = nodes.map((node) => this.statement(node, []));
    return function* (frame, realm) {
      for (const exec of list) {
        const signal = yield* exec(frame, realm);
        if (signal !== undefined) return signal;
      }
      return undefined;
    };
  }

  statement(node: Statement, labels: readonly string[]): ExecSteps {
    if (!this.values.suspends(node)) {
      const exec = this.linker.statement(node, labels);
      // biome-ignore lint/correctness/useYield: the shape of a suspending statement, for one that never suspends.
      return function* (frame, realm) {
        return exec(frame, realm);
      };
    }
    switch (node.kind) {
      case "expression-statement": {
        const value = this.values.expression(node.value);
        return function* (frame, realm) {
          yield* value(frame, realm);
          return undefined;
        };
      }
      case "declare": {
        const value = this.values.expression(node.value);
        const fill = this.values.targets.target(node.target, true);
        return function* (frame, realm) {
          yield* fill(frame, realm, yield* value(frame, realm));
          return undefined;
        };
      }
      case "return": {
        const value = node.value === null ? undefined : this.values.expression(node.value);
        const waits = this.values.asyncGenerator;
        return function* (frame, realm) {
          // The value is kept aside only when nothing can suspend any more.
          let result = value === undefined ? undefined : yield* value(frame, realm);
          // An async generator returns settled values (14.10.1), and any `finally` comes after that.
          if (value !== undefined && waits) result = yield new Suspension("await", result);
          realm.result = result;
          return RETURN;
        };
      }
      case "if": {
        const test = this.values.expression(node.test);
        const yes = this.statement(node.yes, []);
        const no = node.no === null ? undefined : this.statement(node.no, []);
        return function* (frame, realm) {
          if (yield* test(frame, realm)) return yield* yes(frame, realm);
          return no === undefined ? undefined : yield* no(frame, realm);
        };
      }
      case "block":
        return this.#block(node.body);
      case "while":
        return linkWhileSteps(node, labels, this);
      case "for":
        return linkForSteps(node, labels, this);
      case "for-each":
        return linkForEachSteps(node, labels, this);
      case "switch":
        return this.#switch(node);
      case "try":
        return this.#try(node);
      case "throw": {
        const value = this.values.expression(node.value);
        return function* (frame, realm) {
          throw new TemplateThrow(yield* value(frame, realm), node.span[0]);
        };
      }
      case "labelled": {
        const body = this.statement(node.body, node.labels);
        return function* (frame, realm) {
          const signal = yield* body(frame, realm);
          return signal?.form === "break" && signal.label !== null && node.labels.includes(signal.label) ? undefined : signal;
        };
      }
      case "jump":
        throw new TypeError("a jump never suspends");
    }
  }

  #block(body: Body): ExecSteps {
    const { enter, result } = this.linker.scoped(body, () => ({
      hoisted: linkHoisted({ body }, this.linker),
      statements: this.statements(body.statements),
    }));
    return function* (outer, realm) {
      const frame = enter(outer);
      for (const fill of result.hoisted) fill(frame, realm);
      return yield* result.statements(frame, realm);
    };
  }

  #switch(node: Extract<Statement, { kind: "switch" }>): ExecSteps {
    const value = this.values.expression(node.value);
    const { enter, result } = this.linker.scoped(node.scope, () => ({
      tests: node.cases.map((branch) => (branch.test === null ? undefined : this.values.expression(branch.test))),
      bodies: node.cases.map((branch) => this.statements(branch.statements)),
      hoisted: linkHoisted({ body: node.scope }, this.linker),
    }));
    const fallback = result.tests.indexOf(undefined);
    return function* (outer, realm) {
      const subject = yield* value(outer, realm);
      const frame = enter(outer);
      for (const fill of result.hoisted) fill(frame, realm);
      let from = fallback;
      for (let i = 0; i < result.tests.length; i++) {
        const test = result.tests[i];
        if (test !== undefined && isSame(realm, yield* test(frame, realm), subject)) {
          from = i;
          break;
        }
      }
      for (let i = from; i >= 0 && i < result.bodies.length; i++) {
        const signal = yield* (result.bodies[i] as ExecSteps)(frame, realm);
        if (signal === BREAK) return undefined;
        if (signal !== undefined) return signal;
      }
      return undefined;
    };
  }

  #try(node: Try): ExecSteps {
    const block = this.#block(node.block);
    const handler = this.#handler(node);
    const finalizer = node.finalizer === null ? undefined : this.#block(node.finalizer);
    return function* (frame, realm) {
      let signal: Signal | undefined;
      let thrown: TemplateThrow | GeneratorReturn | undefined;
      try {
        try {
          signal = yield* block(frame, realm);
        } catch (error) {
          if (!(error instanceof TemplateThrow) || handler === undefined) throw error;
          charge(realm, unwinding);
          signal = yield* handler(frame, realm, error.value);
        }
      } catch (error) {
        // A limit passes `finally` too: nothing of the template runs once its budget is gone.
        if (!(error instanceof TemplateThrow) && !(error instanceof GeneratorReturn)) throw error;
        thrown = error;
      }
      if (finalizer !== undefined) {
        const { result } = realm;
        const last = yield* finalizer(frame, realm);
        if (last !== undefined) return last;
        realm.result = result;
      }
      if (thrown !== undefined) throw thrown;
      return signal;
    };
  }

  #handler(node: Try): ((frame: Frame, realm: Realm, value: unknown) => Steps<Signal | undefined>) | undefined {
    const { param, handler, scope } = node;
    if (scope === null || handler === null) return undefined;
    const { enter, result } = this.linker.scoped(scope, () => ({
      fill: param === null ? undefined : this.values.targets.target(param, true),
      body: this.#block(handler),
    }));
    return function* (outer, realm, value) {
      const frame = enter(outer);
      if (result.fill !== undefined) yield* result.fill(frame, realm, value);
      return yield* result.body(frame, realm);
    };
  }
}
