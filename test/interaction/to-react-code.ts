import { transform } from "sucrase";

/** Writes a template's JSX as calls of React. */
export function toReactCode(source: string): string {
  return transform(source, { transforms: ["jsx"], jsxRuntime: "classic", production: true, disableESTransforms: true }).code;
}
