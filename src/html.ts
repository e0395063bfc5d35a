export { loadTemplate } from "./entry/load-template.ts";
export { renderToString } from "./render/html.ts";
export type { RenderOptions } from "./render/options.ts";
