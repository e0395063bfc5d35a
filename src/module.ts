export { evaluateModule } from "./module/evaluate-module.ts";
export { toModule } from "./module/to-module.ts";
