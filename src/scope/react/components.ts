import { call } from "../../runtime/call.ts";
import { copyOwn } from "../../runtime/copy-own.ts";
import { getNamed } from "../../runtime/get.ts";
import { Fn, type FnCode, type Implementation, Instance, Native } from "../../runtime/handles.ts";
import { isCallable } from "../../runtime/kinds.ts";
import { createRecord, isRecord } from "../../runtime/record.ts";
import { set } from "../../runtime/set.ts";
import { throwType } from "../../runtime/throw.ts";

/** `setState` before a component is mounted: the state that it is first rendered with. */
const setState: Implementation = (realm, self, [change, done]) => {
  if (!(self instanceof Instance)) return throwType(realm, "`setState` was called on another value");
  const state = getNamed(realm, self, "state");
  const update = isCallable(change) ? call(realm, change, undefined, [state, getNamed(realm, self, "props")]) : change;
  const next = createRecord();
  copyOwn(realm, state, next);
  if (isRecord(update)) copyOwn(realm, update, next);
  set(realm, self, "state", next);
  if (isCallable(done)) call(realm, done, self, []);
  return undefined;
};

const inherited: ReadonlyMap<string, unknown> = new Map([
  ["setState", new Native({ name: "setState", length: 2, run: setState })],
  ["forceUpdate", new Native({ name: "forceUpdate", run: () => undefined })],
]);

/** A base class of components. What it makes is the own part of an instance; the template's class makes the rest. */
function createBase(name: string): Native {
  return new Native({
    name,
    length: 1,
    inherited,
    run: (realm) => throwType(realm, `class \`${name}\` has to be called with \`new\``),
    make: (_realm, [props]) => {
      const own = createRecord();
      own.props = isRecord(props) ? props : createRecord();
      own.refs = createRecord();
      return own;
    },
  });
}

/**
 * `forwardRef`: a component whose `ref` is handed on as a second argument. A function of the template's own kind, so that
 * `displayName` and `defaultProps` can be set on it.
 */
const forwardRef: Implementation = (realm, _self, [render]) => {
  if (!isCallable(render)) return throwType(realm, "`React.forwardRef` takes a function");
  const code: FnCode = {
    name: "ForwardRef",
    length: 1,
    kind: "function",
    async: false,
    generator: false,
    invoke: (_fn, _component, [given]) => {
      const props = createRecord();
      copyOwn(realm, given, props);
      const { ref } = props;
      delete props.ref;
      return call(realm, render, undefined, [props, ref ?? null]);
    },
  };
  return new Fn(code, undefined, realm);
};

/** Members of `React` that components are made from. */
export const componentMembers: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["Component", createBase("Component")],
  ["PureComponent", createBase("PureComponent")],
  ["forwardRef", new Native({ name: "forwardRef", length: 1, run: forwardRef })],
  ["memo", new Native({ name: "memo", length: 2, run: (_realm, _self, [type]) => type })],
]);
