export type { Card, CardFacts, CardRecord } from "./components/card-facts.ts";
export {
  type Component,
  defineComponent,
  type NativeContext,
  type NativeDefinition,
  type TemplateDefinition,
} from "./components/define-component.ts";
export type { ViewContext } from "./components/definition-rules.ts";
export { createRegistry, type Registry } from "./components/registry.ts";
export { standardComponents } from "./components/standard.ts";
export { useCard } from "./components/use-card.ts";
