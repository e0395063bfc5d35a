import type { NativeForms } from "../ir/template.ts";
import type { FnCode } from "./handles.ts";
import { Native } from "./handles.ts";

/** A platform component as a value of the template: it can be a tag, and nothing else can be done with it. */
export class PlatformComponent extends Native {
  /** Its template as code; set once its program is linked. */
  code: FnCode | undefined = undefined;
  readonly forms: NativeForms | undefined;

  constructor(name: string, forms: NativeForms | undefined) {
    super({ name });
    this.forms = forms;
  }
}

/** What acts in a platform component: in a live card what `forms.dom` makes of its children, everywhere else its children. */
export class Leaf extends PlatformComponent {
  constructor(name: string, dom: unknown) {
    super(name, dom === undefined ? undefined : { html: undefined, dom });
  }
}
