export { loadTemplate } from "./entry/load-template.ts";
export { type MountedCard, mount } from "./render/dom.ts";
export type { RenderOptions } from "./render/options.ts";
