import { describe, expect, it } from "vitest";
import { renderToString } from "../../src/html.ts";
import { createContext } from "../../src/index.ts";
import { compileCard } from "../support/card.ts";

describe("services of a host", () => {
  const { template } = compileCard("<p>a</p>");
  const bag = createContext({ resource: "customer" });
  const render = (host: unknown) => renderToString(template, bag, { host: host as object });

  it.each([
    ["updateAttribute", 5, "5"],
    ["search", "users", "`users`"],
    ["formChange", {}, "an object"],
    ["log", true, "true"],
  ])("names `%s` that is %j", (name, service, found) => {
    const message = `service \`${name}\` of option \`host\` has to be a function, not ${found}`;
    expect(() => render({ [name]: service })).toThrow(new TypeError(message));
  });

  it("may be absent, or methods of a class", () => {
    expect(render({ request: undefined, search: null, location: "https://a.example/" })).toBe("<p>a</p>");
    class Host {
      log() {}
    }
    expect(render(new Host())).toBe("<p>a</p>");
  });
});
