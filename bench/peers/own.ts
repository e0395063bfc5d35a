import { renderToString } from "../../src/html.ts";
import { compile, createContext } from "../../src/index.ts";
import { now, type Peer } from "./peer.ts";

/** kview as it comes: the default budget, the default policy, in one process. */
export const own: Peer = {
  render: (source, data, options) => {
    const result = compile(source);
    if (!result.ok) throw new Error("the template does not compile");
    return renderToString(result.template, createContext({ resource: "customer", ...data }), { now, ...options });
  },
};
