import type { Card } from "../../components/card-facts.ts";
import { Form } from "../../components/leaves/form/form.ts";
import type { LeafCard } from "../../components/leaves/leaf-card.ts";
import { report } from "../../diagnostics/report.ts";
import { judgeUrl } from "../../policy/urls.ts";
import { call } from "../../runtime/call.ts";
import type { Host } from "../../runtime/host.ts";
import { importValue } from "../../runtime/import.ts";
import type { Live } from "../../runtime/live.ts";
import type { Realm } from "../../runtime/realm.ts";
import { fromLocal, toLocal } from "../../scope/intrinsics/date-zone.ts";
import { toCardFacts } from "../card-facts.ts";
import type { Entry } from "./entries.ts";
import { gestureOf } from "./gesture-of.ts";

/** What a card does for the components of the host that stand in it. */
export interface NativeCard extends Pick<Live, "ask"> {
  readonly realm: Realm;
  readonly isLive: boolean;
  /** Whether what happens now is part of something that the card does. */
  readonly isActing: boolean;
  /** The card is being rendered, or put into the page. */
  readonly isChanging: boolean;
  readonly page: { readonly root: Element };
  enter(kind: Entry, run: () => void, event?: Event): void;
}

/** The components of the host in a card: what they know of it, and the functions of the template that they may call. */
export class Natives {
  readonly #card: NativeCard;
  readonly #functions = new WeakMap<object, (...args: readonly unknown[]) => undefined>();
  #form: Form | undefined;
  #facts: LeafCard | undefined;

  constructor(card: NativeCard) {
    this.#card = card;
  }

  /** The same object until the card gets other data. */
  get facts(): Card {
    const card = this.#card;
    this.#form ??= new Form(card.page.root, (form) => card.isLive && card.realm.host.formChange?.(form));
    this.#facts ??= createCard(card, this.#form);
    return this.#facts;
  }

  /** The card was given other data. */
  renew(): void {
    this.#facts = undefined;
  }

  /**
   * Gives a function of the host that calls one of the template, always the same one: later, should the card be rendering; never once it
   * is gone. It takes plain data, and throws a `TypeError` for anything else; what the template's function gives or throws stays there.
   */
  toFunction(fn: object): (...args: readonly unknown[]) => undefined {
    let found = this.#functions.get(fn);
    if (found === undefined) {
      found = (...args) => {
        const imported = args.map((arg, index) => importValue(arg, `argument ${index + 1}`));
        this.#call(fn, imported);
        return undefined;
      };
      this.#functions.set(fn, found);
    }
    return found;
  }

  #call(fn: object, args: readonly unknown[]): void {
    const card = this.#card;
    if (card.isChanging) return queueMicrotask(() => this.#call(fn, args));
    if (!card.isLive) return;
    const event = gestureOf(card.page.root);
    card.enter(event === undefined ? "time" : "event", () => void call(card.realm, fn, undefined, args), event);
  }
}

const webAddress = /^https?:\/\//i;

function createCard(card: NativeCard, form: Form): LeafCard {
  const { realm } = card;
  const host: Host = realm.host;
  return {
    ...toCardFacts(realm),
    host,
    now: realm.now,
    ask: (service, giveUp) => (card.isLive ? card.ask(service, giveUp) : Promise.reject(new Error("the card is gone"))),
    judgeLink: (url) => (webAddress.test(url) ? judgeUrl(url, "link", realm.policy) : undefined),
    toLocal: (milliseconds) => toLocal(realm, milliseconds),
    fromLocal: (milliseconds) => fromLocal(realm, milliseconds),
    root: card.page.root,
    form,
    reportFrame: (page, reason) => realm.report(report("run/frame", undefined, { page, reason })),
    reportUpdate: (field, error) => realm.report(report("run/update", undefined, { field, error })),
    get isActing() {
      return card.isActing;
    },
  };
}
