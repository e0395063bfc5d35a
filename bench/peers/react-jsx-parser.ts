import { createRequire } from "node:module";
import { resolve } from "node:path";
import lodash from "lodash";
import moment from "moment";
import { createComponents } from "../../test/support/oracle/components.ts";
import type { Peer } from "./peer.ts";

type Create = Parameters<typeof createComponents>[0];

interface Parts {
  readonly react: { createElement(type: unknown, props: object): unknown };
  readonly server: { renderToStaticMarkup(element: unknown): string };
  readonly parser: { readonly default: unknown };
}

/** Installed for this comparison alone: `npm ci --prefix bench`. */
function load(): Parts {
  const require = createRequire(resolve("bench/package.json"));
  return { react: require("react"), server: require("react-dom/server"), parser: require("react-jsx-parser") };
}

/** Renders by react-jsx-parser with its own refusals (no `<script>`, no handlers), the names of a KView as its bindings. */
export function createReactJsxParser(): Peer {
  const { react, server, parser } = load();
  const components = createComponents(react.createElement as Create);
  return {
    render: (source, data) => {
      let failure: unknown;
      const props = {
        jsx: source,
        components,
        bindings: { customer: {}, ...data, object: data.customer, _: lodash, moment, React: react },
        renderInWrapper: false,
        showWarnings: false,
        onError: (error: unknown) => (failure ??= error),
      };
      const html = server.renderToStaticMarkup(react.createElement(parser.default, props));
      if (failure !== undefined) throw failure;
      return html;
    },
  };
}
