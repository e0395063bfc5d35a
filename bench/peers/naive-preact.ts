import { renderNaively } from "../../test/support/oracle/render.ts";
import { now, type Peer } from "./peer.ts";

/** What one writes in an afternoon: sucrase for the JSX, `new Function` for the rest, Preact and its string renderer. */
export const naivePreact: Peer = {
  render: (source, data) => renderNaively(source, { customer: {}, ...data, object: data.customer }, now, globalThis),
};
