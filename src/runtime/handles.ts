import type { PrivateKey, PrivateMember } from "./private.ts";
import type { Realm } from "./realm.ts";
import type { Rec } from "./record.ts";

/**
 * Everything in the closed universe that is neither a primitive, an array nor a record is a `Handle`. A template can
 * make handles only by the language itself, and can't reach their fields: member access goes through `get`, which
 * asks the handle's kind what it answers to.
 */
export abstract class Handle {}

/** What a facade function runs. `self` is the receiver, judged by the implementation and never trusted. */
export type Implementation = (realm: Realm, self: unknown, args: readonly unknown[]) => unknown;

/** A function that the template wrote: closure code and the frame that it closes over. */
export class Fn extends Handle {
  /** Own properties that the template sets (`f.n = 1`); made at the first write. */
  props: Rec | undefined = undefined;
  /** `prototype`: methods of a class, or what the template hung on a constructor function. */
  proto: Rec | undefined = undefined;
  /** Private static members (`runtime/private.ts`). */
  hidden: Map<PrivateKey, unknown> | undefined = undefined;
  /** The private names that this evaluation of a class has made, by their ids. */
  names: ReadonlyMap<string, PrivateKey> | undefined = undefined;
  /** Getters and setters of instances. Apart from `proto`, which the template can read as a record. */
  accessors: Map<string, Accessor> | undefined = undefined;
  /** Fields that instances of this class get at construction. */
  fields: readonly ClassField[] = noFields;
  /** Private methods and accessors that instances get before their fields. */
  privates: readonly PrivateMember[] = noFields;
  readonly code: FnCode;
  readonly frame: unknown;
  readonly realm: Realm;
  /** The class that this class extends; a facade when it extends an intrinsic. Functions get one by their `prototype` (`heritage.ts`). */
  parent: Fn | Native | undefined;
  /** When it was made (`Realm.epoch`). */
  readonly epoch: number;

  constructor(code: FnCode, frame: unknown, realm: Realm, parent?: Fn | Native) {
    super();
    this.code = code;
    this.frame = frame;
    this.realm = realm;
    this.parent = parent;
    this.epoch = realm.epoch;
  }
}

/** A field of a class: its key, evaluated when the class was, and the method that gives its value. */
export interface ClassField {
  readonly key: string | PrivateKey;
  readonly value: Fn | undefined;
}

const noFields: readonly never[] = [];

/** What the engine gives for one function of the template. Shared by all functions made at that place. */
export interface FnCode {
  readonly name: string;
  readonly length: number;
  readonly kind: "arrow" | "function" | "method" | "class";
  readonly async: boolean;
  readonly generator: boolean;
  /** Runs the body. `fn` gives frame and realm; `self` is ignored by arrows. */
  readonly invoke: (fn: Fn, self: unknown, args: readonly unknown[]) => unknown;
  /** Runs `new fn(...args)`; absent where the language has no such form. */
  readonly construct?: (fn: Fn, args: readonly unknown[], target: Fn) => unknown;
}

/** A function or namespace of ours: `Math`, `Object.keys`, `_.get`, `"".trim`. Immutable and shared, unless it has an `extra`. */
export class Native extends Handle {
  /** Properties that the template may set, on what belongs to one card alone (`Theme.displayName` of a context). */
  readonly extra: Rec | undefined;
  readonly name: string;
  readonly length: number;
  /** Absent: a namespace, which can't be called (`Math`). */
  readonly run: Implementation | undefined;
  /** Absent: can't be used with `new`. */
  readonly make: ((realm: Realm, args: readonly unknown[]) => unknown) | undefined;
  /** What `native.key` answers: constants and natives. Nothing else exists. */
  readonly members: ReadonlyMap<string, unknown>;
  /** Methods that instances of template classes extending this native inherit (`setState`). */
  readonly inherited: ReadonlyMap<string, unknown>;
  /** Its members are listed (`for … in`, spread), as those of a library's exports are; those of an intrinsic are not. */
  readonly lists: boolean;

  constructor(options: {
    readonly name: string;
    readonly length?: number;
    readonly run?: Implementation;
    readonly make?: (realm: Realm, args: readonly unknown[]) => unknown;
    readonly members?: ReadonlyMap<string, unknown>;
    readonly inherited?: ReadonlyMap<string, unknown>;
    readonly lists?: boolean;
    readonly extra?: Rec;
  }) {
    super();
    this.extra = options.extra;
    this.name = options.name;
    this.length = options.length ?? 0;
    this.run = options.run;
    this.make = options.make;
    this.members = options.members ?? noMembers;
    this.inherited = options.inherited ?? noMembers;
    this.lists = options.lists ?? false;
  }
}

const noMembers: ReadonlyMap<string, unknown> = new Map();

/** A getter, setter or both of a template's class; held apart from its properties, never handed out as a value. */
export class Accessor extends Handle {
  readonly get: Fn | undefined;
  readonly set: Fn | undefined;
  constructor(get: Fn | undefined, set: Fn | undefined) {
    super();
    this.get = get;
    this.set = set;
  }
}

/** An object made by `new` from a class or function of the template. Methods are found along `cls`. */
export class Instance extends Handle {
  /** Private members (`runtime/private.ts`). */
  hidden: Map<PrivateKey, unknown> | undefined = undefined;
  readonly own: Rec;
  /** A component that is kept while its class is made anew gets the new class. */
  cls: Fn;

  constructor(cls: Fn, own: Rec) {
    super();
    this.cls = cls;
    this.own = own;
  }
}

/**
 * How one kind of opaque value behaves: dates, maps, sets, promises, errors, regular expressions, moments, formatters,
 * generators. A table; nothing outside it can be reached on such a value.
 */
export interface OpaqueType<State = unknown> {
  /** Name for messages and for `Object.prototype.toString`: `Date`, `Map`, `Moment`. */
  readonly name: string;
  /** Methods, by name. Each checks that its receiver is of this type (`expectOpaque`). */
  readonly methods: ReadonlyMap<string, Native>;
  /** Data properties (`size`, `lastIndex`, `message`); answers `undefined` for what it does not have. */
  readonly read?: (realm: Realm, state: State, key: string) => unknown;
  /** Writes a data property; `false` where there is none to write. */
  readonly write?: (realm: Realm, state: State, key: string, value: unknown) => boolean;
  /** Deletes a data property; `false` where there is none to delete. */
  readonly remove?: (realm: Realm, state: State, key: string) => boolean;
  /** Own enumerable keys, for `Object.keys`, spread and `in`; none when absent. */
  readonly keys?: (state: State) => readonly string[];
  /** Primitive form, for `+`, comparison, template literals. Absent: `[object Name]`. */
  readonly primitive?: (realm: Realm, state: State, hint: "string" | "number" | "default") => unknown;
  /** Walks the value for `for…of` and spread. Absent: not iterable. */
  readonly iterate?: (realm: Realm, state: State) => Iterator<unknown>;
  /** What `JSON.stringify` prints in place of the value. Absent: `{}`. */
  readonly json?: (realm: Realm, state: State) => unknown;
  /** The facade for which `value instanceof facade` holds, and its ancestors (`TypeError`, `Error`). */
  readonly classes?: (state: State) => readonly string[];
}

/** A value of a kind with a method table. `state` is the host's object (a `Date`, a `Map`) and never leaves. */
export class Opaque<State = unknown> extends Handle {
  readonly type: OpaqueType<State>;
  readonly state: State;
  /** Properties that a subclass or the template added (`err.status = 404`); made at the first write. */
  extra: Rec | undefined = undefined;
  /** Private members that a subclass gave it (`runtime/private.ts`). */
  hidden: Map<PrivateKey, unknown> | undefined = undefined;
  /** Set when a class of the template extends the intrinsic (`class AppError extends Error`). */
  readonly cls: Fn | undefined;

  constructor(type: OpaqueType<State>, state: State, cls?: Fn) {
    super();
    this.type = type;
    this.state = state;
    this.cls = cls;
  }
}
