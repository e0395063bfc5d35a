export type { KViewCardClass, KViewCardElement } from "./frameworks/card-element.ts";
export { defineKViewCard } from "./frameworks/define-card.ts";
