import { hydrate, render, type VNode } from "preact";
import type { Bag } from "../../context/bag.ts";
import type { Template } from "../../ir/template.ts";
import { call } from "../../runtime/call.ts";
import type { Component } from "../../runtime/component.ts";
import { LimitError, TemplateThrow } from "../../runtime/failure.ts";
import type { Live } from "../../runtime/live.ts";
import type { Realm } from "../../runtime/realm.ts";
import { reportAt } from "../../runtime/report.ts";
import { createError } from "../../runtime/throw.ts";
import type { ClassComponent, Guard } from "../../scope/react/class-component.ts";
import type { Settings } from "../options.ts";
import { createRealm, toBagParts } from "../realm.ts";
import { runScript, toFailure } from "../run-card.ts";
import { Adapter } from "./adapter.ts";
import type { Body } from "./body.ts";
import { Controls } from "./controls.ts";
import { Effects } from "./effects.ts";
import { Entries, type Entry } from "./entries.ts";
import { renderNow } from "./flush.ts";
import type { Listener } from "./handlers.ts";
import { linkDom } from "./link-dom.ts";
import { findMismatch } from "./mismatch.ts";
import { Page } from "./page.ts";
import { withPlainPrototype } from "./prototype.ts";
import { Refs } from "./refs.ts";
import { toErrorCard, toRoot } from "./root.ts";
import { Services } from "./services.ts";
import { outside, toVNode } from "./vnode.ts";

/** Renders that one entry may cause by setting state in effects, before that is a loop. */
const mostUpdates = 50;

/** A card in the page: evaluates its script, renders what changes, and ends all of it with the card. */
export class LiveCard implements Live {
  readonly realm: Realm;
  readonly names: ReadonlyMap<string, unknown>;
  readonly page: Page;
  readonly refs: Refs;
  readonly controls = new Controls();
  /** What stands in Preact's tree for a component; here, so that what makes vnodes does not depend on what they render. */
  readonly adapter = Adapter;
  /** Which adapter renders a component. */
  readonly adapters = new WeakMap<Component, Adapter>();
  /** Adapters to be rendered again. */
  readonly dirty = new Set<Adapter>();
  readonly #template: Template;
  readonly #bag: Bag;
  readonly #settings: Settings;
  readonly #element: Element;
  readonly #entries: Entries;
  readonly #effects: Effects;
  readonly #services: Services;
  /** What `Kustomer.render` put in the place of the script's view, and whether it is still to be rendered. */
  #content: { readonly view: unknown } | undefined;
  #contentDue = false;
  #failure: { readonly error: unknown } | undefined;
  #state: "live" | "failed" | "gone" = "live";
  /** Something was rendered into the element. */
  #begun = false;
  #flushing = false;
  #rendering = false;
  #flushAsked = false;
  #effectsAsked = false;

  constructor(template: Template, bag: Bag, element: Element, settings: Settings) {
    this.#template = template;
    this.#bag = bag;
    this.#element = element;
    const { onDiagnostic } = settings;
    this.#settings = {
      ...settings,
      // Nobody wants to hear of a card that is gone.
      onDiagnostic: onDiagnostic && ((diagnostic) => this.#state !== "gone" && onDiagnostic(diagnostic)),
    };
    const enter = (run: () => void) => this.enter("time", run);
    this.page = new Page({ root: element, enter, inside: (run) => this.#entries.inside(run) });
    this.names = this.page.names;
    this.#services = new Services(settings.host, settings.limits, element.ownerDocument.defaultView, enter);
    this.realm = createRealm(template, bag, this.#settings, this);
    this.page.realm = this.realm;
    this.#entries = new Entries(this.realm);
    this.refs = new Refs(this.realm);
    this.#effects = new Effects(this.realm, this.refs, (component) => this.#guardOf(component));
  }

  now(): number {
    return this.#services.now();
  }

  startTimer(run: () => void, milliseconds: number): () => void {
    return this.#services.startTimer(run, milliseconds);
  }

  requestFrame(run: (time: number) => void): () => void {
    return this.#services.requestFrame(run);
  }

  ask<T>(service: (signal: AbortSignal) => T | PromiseLike<T>, giveUp?: AbortSignal): Promise<T> {
    return this.#services.ask(service, giveUp);
  }

  show(view: unknown): void {
    this.#content = { view };
    this.#contentDue = true;
    this.#askFlush();
  }

  /** Evaluates the script and renders what it gives. */
  start(how: "render" | "hydrate"): void {
    this.enter("host", () => this.#evaluate(how));
  }

  update(bag: Bag): void {
    if (this.#state === "gone") return;
    this.#state = "live";
    this.enter("host", () => {
      Object.assign(this.realm, toBagParts(this.#template.program, bag));
      this.#evaluate("render");
    });
  }

  unmount(): void {
    if (this.#state === "gone") return;
    this.#entries.enter("host", () => {
      this.#render(null, "render");
      this.#effects.commit();
      this.#effects.runPassive();
    });
    this.#state = "gone";
    this.#services.stop();
    this.page.dispose();
    // Jobs of the template that are still to come end at their first step.
    this.realm.fuel = Number.NEGATIVE_INFINITY;
  }

  /** Enters the template on the host's behalf. What is thrown is reported; what has changed is rendered when the entry ends. */
  enter(kind: Entry, run: () => void, event?: Event): void {
    if (this.#state === "gone") return;
    if (this.#entries.enter(kind, () => this.#guardOf(undefined)(run), event)) this.#flush(kind === "event");
  }

  /** Calls the handlers of an element for an event of the page. */
  dispatch(event: Event, { handlers }: Listener): void {
    // Taking a focused element away fires events in the middle of a render; React holds them back as well.
    if (this.#rendering || this.#state !== "live") return;
    const { currentTarget } = event;
    for (const { fn, type, accepts } of handlers) {
      if (accepts?.(event) === false) continue;
      const run = () => void call(this.realm, fn, undefined, [this.page.toEvent(event, currentTarget as Element, type)]);
      this.enter("event", run, event);
    }
    this.controls.restore(event.target, this.#element);
  }

  schedule(adapter: Adapter): void {
    if (this.#state !== "live") return;
    adapter.due = true;
    this.dirty.add(adapter);
    this.#askFlush();
  }

  /** A component was rendered and is in the page. */
  committed(component: Component, asClass: ClassComponent | undefined, first: boolean): void {
    this.#effects.add(component, asClass, first);
  }

  /** A component is being taken out of the page. */
  gone(component: Component, body: Body | undefined): void {
    if (component.phase === "gone") return;
    const guard = this.#guardOf(component);
    body?.unmount(guard);
    component.phase = "gone";
    for (const provider of component.reads) provider.readers.delete(component);
    this.#effects.end(component);
  }

  /** Takes what a component threw while it was rendered: the next component around it that takes errors does, else the card has failed. */
  caught(error: unknown, around: Component | undefined): void {
    if (!this.#capture(error, around)) this.#failure ??= { error };
  }

  #capture(error: unknown, around: Component | undefined): boolean {
    // A limit passes every component, as it passes every `catch`.
    if (!(error instanceof TemplateThrow)) return false;
    for (let at = around; at !== undefined; at = at.parent) {
      try {
        if (this.adapters.get(at)?.capture(error.value) === true) return true;
      } catch (another) {
        if (!(another instanceof TemplateThrow)) throw another;
      }
    }
    return false;
  }

  #guardOf(component: Component | undefined): Guard {
    return (run) => {
      const { depth } = this.realm;
      try {
        run();
      } catch (error) {
        this.realm.depth = depth;
        this.realm.component = undefined;
        if (!this.#capture(error, component?.parent)) this.#report(error);
      }
    };
  }

  #report(error: unknown): void {
    const failed = toFailure(this.realm, error, "run/handler");
    // The card fails as a whole already: what its parts run into while they are taken down is no news.
    if (this.#failure === undefined) this.realm.report(failed);
    if (error instanceof LimitError) this.#stopServices();
  }

  #stopServices(): void {
    this.#services.stop();
    this.#effectsAsked = false;
  }

  #evaluate(how: "render" | "hydrate"): void {
    const { realm } = this;
    this.#failure = undefined;
    this.#content = undefined;
    this.#contentDue = false;
    try {
      realm.epoch++;
      // Linked inside: a program nested too deep to link is a failed card too.
      const view = runScript(realm, this.#template.linked(linkDom).script);
      this.#renderRoot(view, how === "hydrate" && this.#matches() ? how : "render");
    } catch (error) {
      this.#failure ??= { error };
    }
  }

  #renderRoot(view: unknown, how: "render" | "hydrate"): void {
    const shown = this.#content === undefined ? view : (this.#content as { readonly view: unknown }).view;
    this.#contentDue = false;
    const place = { ...outside, card: this };
    this.#render(toRoot(this.#template.program, this.#settings, toVNode(this.realm, shown, place)), how);
  }

  /** Tells whether the page has what the card shows at first, and reports a difference. Found out apart from the card: nothing is begun twice. */
  #matches(): boolean {
    const mismatch = findMismatch(this.#template, this.#bag, this.#element, this.#settings);
    if (mismatch !== undefined) reportAt(this.realm, "run/mismatch", 0, { path: mismatch.path === "" ? "its root" : mismatch.path, difference: mismatch.difference });
    return mismatch === undefined;
  }

  #render(vnode: VNode | null, how: "render" | "hydrate"): void {
    this.#rendering = true;
    try {
      // What stood in the element goes, a card that was never unmounted too: Preact itself would leave it beside this one.
      if (!this.#begun && how === "render") {
        render(null, this.#element);
        this.#element.replaceChildren();
      }
      this.#begun = true;
      withPlainPrototype(() => (how === "hydrate" && vnode !== null ? hydrate(vnode, this.#element) : render(vnode, this.#element)));
    } finally {
      this.#rendering = false;
    }
  }

  #askFlush(): void {
    if (this.#flushAsked || this.#flushing) return;
    this.#flushAsked = true;
    // A microtask, which renews no budget: state that a job has set is rendered on what is left.
    queueMicrotask(() => {
      this.#flushAsked = false;
      this.#flush(false);
    });
  }

  /** Renders what has changed until nothing has. */
  #flush(passiveNow: boolean): void {
    if (this.#flushing || this.#state === "gone") return;
    this.#flushing = true;
    try {
      this.#entries.inside(() => this.#settle(passiveNow));
    } finally {
      this.#flushing = false;
    }
    if (this.#effects.hasPassive) this.#askEffects();
  }

  #settle(passiveNow: boolean): void {
    for (let updates = 0; ; updates++) {
      this.#effects.commit();
      if (this.#state === "failed") return;
      if (this.#failure !== undefined) return this.#showFailure(this.#failure.error);
      const changed = this.dirty.size > 0 || this.#contentDue;
      // Effects of the last render run before the next one, and at once where the reader waits for the result.
      if (this.#effects.hasPassive && (changed || passiveNow)) {
        this.#effects.runPassive();
        if (!changed) continue;
      }
      if (!changed) return;
      if (updates >= mostUpdates) this.#failure = { error: new TemplateThrow(createError("Error", tooManyUpdates), this.realm.at) };
      else this.#renderChanges();
    }
  }

  #renderChanges(): void {
    const adapters = [...this.dirty];
    this.dirty.clear();
    this.#rendering = true;
    try {
      if (this.#contentDue) this.#renderRoot(undefined, "render");
      renderNow(adapters);
    } catch (error) {
      this.#failure ??= { error };
    } finally {
      this.#rendering = false;
    }
  }

  #askEffects(): void {
    if (this.#effectsAsked) return;
    this.#effectsAsked = true;
    this.#services.later(() => {
      this.#effectsAsked = false;
      this.enter("time", () => this.#effects.runPassive());
    });
  }

  #showFailure(error: unknown): void {
    const failed = toFailure(this.realm, error);
    this.realm.report(failed);
    this.dirty.clear();
    this.#state = "failed";
    this.#render(toErrorCard(failed), "render");
    this.#effects.commit();
    this.#effects.runPassive();
    this.#stopServices();
  }
}

const tooManyUpdates = "the card sets its state in every update: it would never be finished";
