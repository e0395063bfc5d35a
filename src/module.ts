export { toModule } from "./module/to-module.ts";
