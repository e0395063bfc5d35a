import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { report } from "../../diagnostics/report.ts";
import { neutralIcon } from "../../policy/neutral-icon.ts";
import type { View } from "../../views/view.ts";
import type { WorkspaceSettings } from "../options.ts";
import type { Compiled } from "./panel.ts";

/** What a panel keeps from one set of data to the next: views that were compiled, findings that were told. */
export class PanelMemory {
  readonly settings: WorkspaceSettings;
  readonly #compiled = new Map<View, Compiled>();
  readonly #unknownIcons = new Set<string>();
  readonly #numbers = new Map<string, number>();

  constructor(settings: WorkspaceSettings) {
    this.settings = settings;
  }

  /** Compiles an app's view, and tells once what is wrong with it. */
  compile(view: View): Compiled {
    const known = this.#compiled.get(view);
    if (known !== undefined) return known;
    const result = view.template();
    for (const found of result.diagnostics) this.settings.tell(found, { view: view.name });
    const failed = result.diagnostics.find(({ severity }) => severity === "error") ?? result.diagnostics[0];
    const compiled = result.ok ? { template: result.template } : { failed: failed as Diagnostic };
    this.#compiled.set(view, compiled);
    return compiled;
  }

  /** Numbers views in the order in which they come: their ids differ, whatever their names are, and stay while others come and go. */
  numberOf(view: string): number {
    const number = this.#numbers.get(view) ?? this.#numbers.size + 1;
    this.#numbers.set(view, number);
    return number;
  }

  /** Gives the path of the first icon that is named; an unknown one is told once, and says nothing. */
  findIcon(names: readonly (string | undefined)[], view?: string): string {
    const { icons, tell } = this.settings;
    const name = names.find((one) => one !== undefined);
    if (icons === undefined || name === undefined) return neutralIcon;
    const path = icons.get(name);
    if (path === undefined && !this.#unknownIcons.has(name)) {
      this.#unknownIcons.add(name);
      tell(report("jsx/unknown-icon", undefined, { name }), view === undefined ? {} : { view });
    }
    return path ?? neutralIcon;
  }
}
