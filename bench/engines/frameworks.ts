import { loadPeer } from "../peer-packages.ts";
import type { Create } from "./components.ts";

interface Preact {
  readonly h: Create;
  readonly Fragment: unknown;
}

interface React {
  readonly createElement: Create;
  readonly Fragment: unknown;
}

/** Preact and its string renderer, with what the `React` of a template is to it. */
export function loadPreact() {
  const preact = loadPeer<Preact>("preact");
  const hooks = loadPeer<object>("preact/hooks");
  const { renderToString } = loadPeer<{ renderToString(node: unknown): string }>("preact-render-to-string");
  const react = { ...preact, ...hooks, createElement: preact.h, memo: <T>(component: T) => component };
  return { h: preact.h, Fragment: preact.Fragment, react, renderToString };
}

/** React and its two string renderers. */
export function loadReact() {
  const react = loadPeer<React>("react");
  const server = loadPeer<Readonly<Record<"renderToString" | "renderToStaticMarkup", (node: unknown) => string>>>("react-dom/server");
  return { h: react.createElement, ...server };
}
