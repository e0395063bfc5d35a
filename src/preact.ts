export { KView, type KViewProps } from "./frameworks/preact.ts";
