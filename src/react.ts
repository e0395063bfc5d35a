export { KView, type KViewProps } from "./frameworks/react.ts";
