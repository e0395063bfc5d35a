export type { CompileResult } from "./compile/compile.ts";
export {
  Component,
  defineComponent,
  type NativeContext,
  type NativeDefinition,
  type TemplateDefinition,
} from "./components/define-component.ts";
export type { ViewContext } from "./components/definition-rules.ts";
export { createRegistry, type Registry } from "./components/registry.ts";
export { Bag } from "./context/bag.ts";
export { type ContextInput, createContext } from "./context/create-context.ts";
export { createKlasses } from "./context/create-klasses.ts";
export type { Klass, KlassAttribute, Klasses, KlassRelationship } from "./context/klasses.ts";
export type { Diagnostic, Severity } from "./diagnostics/diagnostic.ts";
export { formatDiagnostic, formatDiagnostics } from "./diagnostics/format.ts";
export type { Span } from "./diagnostics/span.ts";
export { type CompileOptions, compile } from "./entry/compile.ts";
export { loadTemplate } from "./entry/load-template.ts";
export type { Facts, Program } from "./ir/program.ts";
export { Template } from "./ir/template.ts";
export type { AttributeType } from "./policy/attribute-kind.ts";
export { defaultLimits, type Limits } from "./policy/limits.ts";
export { createViews, type ViewsOptions } from "./views/create-views.ts";
export type { View, Views } from "./views/view.ts";
