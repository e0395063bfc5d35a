import type { ComponentType } from "preact";
import type { $ZodObject } from "zod/v4/core";
import type { PropRule } from "../compile/component-source.ts";
import { suggestName } from "../diagnostics/suggest.ts";
import type { CardFacts } from "./card-facts.ts";
import { expectComponentName, expectContexts, expectExamples, expectProps, type ViewContext } from "./definition-rules.ts";
import { toPropRules } from "./prop-rules.ts";

/** What every component has, however it is made. */
interface ComponentBase {
  /** The tag: a capitalised identifier, or several with dots between (`Acme.Badge`). */
  readonly name: string;
  /** A zod object, classic or mini. Its keys are the props that the component knows; others are accepted and ignored. */
  readonly props: $ZodObject;
  /** Where the component belongs. Absent: everywhere. */
  readonly contexts?: readonly ViewContext[];
  /** What it is for, in a sentence or two; for catalogues and editors. */
  readonly purpose?: string;
  /** Templates that show it, each a whole view; for catalogues and tests. */
  readonly examples?: readonly string[];
}

/** A component in the language: one JSX expression whose free names are its props, `children` and `kview`. */
export interface TemplateDefinition extends ComponentBase {
  readonly template: string;
}

/** A component of the host: one form for each target. Both are trusted and run outside the closed universe. */
export interface NativeDefinition extends ComponentBase {
  /** Gives finished HTML, which is written as it is: escape every prop. Props are plain copies, functions left out. */
  readonly html: (props: Readonly<Record<string, unknown>>, context: NativeContext) => string;
  /**
   * A Preact component. Props are plain copies; functions of the template are functions that enter the card, take plain data and give
   * nothing. It learns of its card from `useCard`. The template reaches none of its elements, and hears of clicks in them alone.
   */
  // biome-ignore lint/suspicious/noExplicitAny: each component has its own props; they are checked by `props`, not by the type.
  readonly dom: ComponentType<any>;
}

/** What the string form of a native component gets besides its props. */
export interface NativeContext extends CardFacts {
  /** The children's finished HTML; empty without children. */
  readonly children: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A checked definition. Made by `defineComponent` only; immutable. */
export class Component {
  readonly name: string;
  readonly props: $ZodObject;
  readonly propNames: readonly string[];
  /** What the compiler asks of props that are written as constants. */
  readonly propRules: ReadonlyMap<string, PropRule>;
  readonly contexts: readonly ViewContext[] | undefined;
  readonly purpose: string | undefined;
  readonly examples: readonly string[];
  /** Set for a component in the language. */
  readonly template: string | undefined;
  /** Set, with `dom`, for a native component. */
  readonly html: NativeDefinition["html"] | undefined;
  readonly dom: NativeDefinition["dom"] | undefined;
  /** What the compiler made of the component, by what made it. */
  readonly #made = new Map<object, unknown>();

  constructor(definition: TemplateDefinition | NativeDefinition) {
    const template = "template" in definition;
    this.name = expectComponentName(definition.name);
    this.props = definition.props;
    this.propNames = Object.freeze(expectProps(this.name, definition.props, template));
    this.propRules = toPropRules(definition.props);
    this.contexts = expectContexts(this.name, definition.contexts);
    this.purpose = definition.purpose;
    this.examples = expectExamples(this.name, definition.examples);
    this.template = template ? definition.template : undefined;
    this.html = template ? undefined : definition.html;
    this.dom = template ? undefined : definition.dom;
    Object.freeze(this);
  }

  /** Remembers what `make` gives for this component, so that its template is parsed once however many views use it. */
  remember<T>(make: (component: Component) => T): T {
    let made = this.#made.get(make) as T | undefined;
    if (made === undefined) {
      made = make(this);
      this.#made.set(make, made);
    }
    return made;
  }
}

const keysOfTemplates: readonly string[] = ["name", "props", "contexts", "purpose", "examples", "template"];
const keysOfNatives: readonly string[] = ["name", "props", "contexts", "purpose", "examples", "html", "dom"];
const allKeys: readonly string[] = [...new Set([...keysOfTemplates, ...keysOfNatives])];

/**
 * Defines a component that templates can use as a tag, once it is in the registry that they are compiled with.
 *
 * Checks the definition and throws a `TypeError` that names the key at fault. The template is not parsed here: what is
 * wrong inside it is reported when a view that uses it is compiled.
 *
 * @example
 * const badge = defineComponent({
 *   name: "Badge",
 *   props: z.looseObject({ text: z.optional(z.string()) }),
 *   template: `<b className="badge">{text}</b>`,
 * });
 */
export function defineComponent(definition: TemplateDefinition | NativeDefinition): Component {
  if (typeof definition !== "object" || definition === null) throw new TypeError("defineComponent: expected a definition object");
  for (const key of Object.keys(definition)) {
    if (allKeys.includes(key)) continue;
    const meant = suggestName(key, allKeys);
    throw new TypeError(`defineComponent: unknown key \`${key}\`${meant === undefined ? "" : `; did you mean \`${meant}\`?`}`);
  }
  if (definition.purpose !== undefined && typeof definition.purpose !== "string")
    throw new TypeError("defineComponent: `purpose` has to be text");
  if ("template" in definition) {
    if ("html" in definition || "dom" in definition) {
      throw new TypeError("defineComponent: `template` excludes `html` and `dom`; a component is made one way or the other");
    }
    if (typeof definition.template !== "string" || definition.template.trim() === "") {
      throw new TypeError("defineComponent: `template` has to be the text of one JSX expression");
    }
  } else {
    if (typeof definition.html !== "function") throw new TypeError("defineComponent: `html` has to be a function, or give a `template`");
    if (typeof definition.dom !== "function") throw new TypeError("defineComponent: `dom` has to be a Preact component beside `html`");
  }
  return new Component(definition);
}
