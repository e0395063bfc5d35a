// @vitest-environment happy-dom
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { toDomHtml } from "../support/dom-html.ts";
import { showCard } from "../support/live-card.ts";
import { payloadFamilies, readPayloads } from "../support/payload-case.ts";
import { toChunks } from "./moved-card.ts";
import { expectNothingRan } from "./payload-play.ts";
import { findUnsafe } from "./safe-html.ts";

const attributes =
  "href src srcset action style id name class title for target rel onclick srcdoc formaction is xlink:href data-x aria-label tabindex poster cite".split(
    " ",
  );
const properties =
  "innerHTML textContent innerText className id title href src srcset action target rel htmlFor style name type placeholder onclick outerHTML".split(
    " ",
  );
const tags = "div a img svg form input iframe video label style button p".split(" ");

/** Writes each text in every way in which a card can write to its page. What is refused throws, and the rest goes on. */
const source = `
  function Card() {
    const r = React.useRef(null);
    React.useEffect(() => {
      const attempt = (run) => { try { run(); } catch (error) {} };
      customer.values.forEach((v) => {
        const make = (tag) => { const element = document.createElement(tag); r.current.append(element); return element; };
        ${JSON.stringify(tags)}.forEach((tag) => {
          const element = make(tag);
          ${JSON.stringify(attributes)}.forEach((name) => attempt(() => element.setAttribute(name, v)));
          ${JSON.stringify(properties)}.forEach((name) => attempt(() => { make(tag)[name] = v; }));
          attempt(() => element.insertAdjacentHTML("beforeend", v));
          attempt(() => element.insertAdjacentHTML("afterend", v));
          attempt(() => element.setAttribute(v, "x"));
          attempt(() => { element.dataset[v] = v; });
          attempt(() => { element.dataset.x = v; });
          attempt(() => element.classList.add(v));
          attempt(() => { element.style.cssText = v; });
          attempt(() => { element.style.background = v; element.style.position = v; element.style.content = v; });
          attempt(() => element.style.setProperty("--x", v));
          attempt(() => element.style.setProperty(v, "red"));
          attempt(() => element.append(v, document.createTextNode(v)));
        });
        attempt(() => make(v));
        attempt(() => r.current.append(document.createElementNS("http://www.w3.org/2000/svg", v)));
        attempt(() => r.current.append(document.createElementNS(v, "div")));
      });
    }, []);
    return <div ref={r}></div>;
  }
  <Card />`;

// The page's time is on the card's account, and this page is slow: here it takes none.
beforeAll(() => {
  vi.spyOn(performance, "now").mockReturnValue(1e6);
});

afterAll(() => {
  vi.restoreAllMocks();
});

describe.each(payloadFamilies)("payloads of the family %s", (family) => {
  it("are harmless in whatever a card writes to its page", { timeout: 600_000 }, async () => {
    for (const some of toChunks(
      readPayloads(family).filter((_, i) => i % 3 === 0),
      4,
    )) {
      const options = { idPrefix: "kv", limits: { fuel: 1e13, nodes: 2_000_000 } };
      const shown = await showCard(source, { customer: { values: some.map(({ payload }) => payload) } }, { options });
      await shown.until(() => shown.root.querySelector("button") !== null);
      const html = toDomHtml(shown.root).replace(/[\0\x1b]|\p{Surrogate}/gu, "\ufffd");
      expect(shown.reports.filter((report) => report.startsWith("limit/"))).toEqual([]);
      expect(html.length).toBeGreaterThan(1_000);
      expect(findUnsafe(html), some.map(({ id }) => id).join(" ")).toEqual([]);
      shown.card.unmount();
      shown.place.remove();
    }
    await expectNothingRan();
  });
});
