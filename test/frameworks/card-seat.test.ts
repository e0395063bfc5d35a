// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { CardSeat, type Showing } from "../../src/frameworks/card-seat.ts";
import { createTestHost } from "../../src/testing.ts";
import { counter, logOf, noisy, quiet, toBag } from "./cards.ts";

let element: HTMLElement;
let seat: CardSeat;

beforeEach(() => {
  element = document.createElement("div");
  seat = new CardSeat();
});

const showing = (rest: Partial<Showing> = {}): Showing => ({ template: noisy, bag: toBag("Ada"), options: {}, ...rest });

describe("a seat whose host wishes for something else while the card mounts", () => {
  it("updates afterwards", () => {
    let heard = 0;
    const grace = toBag("Grace");
    const onDiagnostic = () => {
      if (heard++ === 0) seat.show(element, showing({ bag: grace, options: { onDiagnostic } }));
    };
    seat.show(element, showing({ options: { onDiagnostic } }));
    expect([element.innerHTML, heard]).toEqual(["<p>Grace</p>", 2]);
  });

  it("takes the card away afterwards", () => {
    seat.show(element, showing({ options: { onDiagnostic: () => seat.remove() } }));
    expect([element.innerHTML, seat.card]).toEqual(["", undefined]);
  });

  it("shows another card in another element afterwards", () => {
    const other = document.createElement("div");
    const onDiagnostic = () => seat.show(other, showing({ template: quiet }));
    seat.show(element, showing({ options: { onDiagnostic } }));
    expect([element.innerHTML, other.innerHTML]).toEqual(["", "<em>Ada</em>"]);
  });
});

describe("a seat", () => {
  it("goes on after a wrong option", () => {
    expect(() => seat.show(element, showing({ options: { seed: 0.5 } }))).toThrow("option `seed`");
    seat.show(element, showing());
    expect(element.innerHTML).toBe("<p>Ada</p>");
    expect(() => seat.show(element, showing({ options: { seed: 0.5 } }))).toThrow("option `seed`");
    expect([element.innerHTML, seat.card]).toEqual(["", undefined]);
    seat.remove();
  });

  it("tells what a card says when it goes", async () => {
    const host = createTestHost();
    seat.show(element, showing({ template: counter, options: { host } }));
    await host.settle();
    seat.remove();
    seat.remove();
    expect(logOf(host)).toEqual(["came", "went"]);
  });
});
