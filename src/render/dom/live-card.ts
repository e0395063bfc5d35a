import type { Bag } from "../../context/bag.ts";
import type { Template } from "../../ir/template.ts";
import { call } from "../../runtime/call.ts";
import type { Component } from "../../runtime/component.ts";
import type { Live } from "../../runtime/live.ts";
import type { Realm } from "../../runtime/realm.ts";
import type { ClassComponent } from "../../scope/react/class-component.ts";
import type { Settings } from "../options.ts";
import { createRealm } from "../realm.ts";
import { toFailure } from "../run-card.ts";
import { Adapter } from "./adapter.ts";
import type { Body } from "./body.ts";
import { compareTree } from "./compare-tree.ts";
import { Controls } from "./controls.ts";
import { Effects } from "./effects.ts";
import { Entries, type Entry } from "./entries.ts";
import { Failures } from "./failures.ts";
import { renderNow } from "./flush.ts";
import type { Listener } from "./handlers.ts";
import { type NativeCard, Natives } from "./natives.ts";
import { OwnListeners } from "./own-listeners.ts";
import { Page } from "./page.ts";
import { Refs } from "./refs.ts";
import { toErrorCard } from "./root.ts";
import { RootView } from "./root-view.ts";
import { Services } from "./services.ts";
import { type How, Stage } from "./stage.ts";
import { toTold } from "./told.ts";
import { type Renderer, Updates } from "./updates.ts";

/** A card in the page: evaluates its script, renders what changes, and ends all of it with the card. */
export class LiveCard implements Live, Renderer, NativeCard {
  readonly realm: Realm;
  readonly names: ReadonlyMap<string, unknown>;
  readonly page: Page;
  readonly refs: Refs;
  readonly failures: Failures;
  readonly controls = new Controls();
  readonly natives = new Natives(this);
  /** What stands in Preact's tree for a component; here, so that what makes vnodes does not depend on what they render. */
  readonly adapter = Adapter;
  /** Adapters to be rendered again. */
  readonly dirty = new Set<Adapter>();
  readonly #stage: Stage;
  readonly #root: RootView;
  readonly #entries: Entries;
  readonly #effects: Effects;
  readonly #updates: Updates;
  readonly #services: Services;
  readonly #ownListeners: OwnListeners;
  #state: "live" | "failed" | "gone" = "live";
  #effectsAsked = false;

  constructor(template: Template, bag: Bag, element: Element, settings: Settings) {
    this.#stage = new Stage(element);
    // What the card itself has caused says nothing of a reader.
    const attend = (event: Event) => this.isActing || this.page.attention.attend(event);
    this.#ownListeners = new OwnListeners(element, this.controls, attend, (event) => this.isActing && this.page.guard.forbids(event));
    const heard: Settings = { ...settings, onDiagnostic: toTold(settings.onDiagnostic, () => this.#state !== "gone") };
    const enter = (run: () => void) => this.enter("time", run);
    // Taking a focused element away fires events in the middle of a render; React holds them back as well.
    const hear = (run: () => void) => this.#stage.isChanging || this.#state !== "live" || enter(run);
    this.page = new Page({ root: element, enter: hear, inside: (run) => this.#updates.watch(run) });
    this.names = this.page.names;
    this.#services = new Services(settings.host, settings.limits, element.ownerDocument.defaultView, enter);
    this.realm = createRealm(template, bag, heard, this);
    this.page.realm = this.realm;
    this.#entries = new Entries(this.realm);
    this.failures = new Failures(this.realm, () => this.#stopServices());
    this.refs = new Refs(this.realm, this.page.attention);
    this.#effects = new Effects(this.realm, this.refs, (component) => this.failures.guardOf(component));
    this.#root = new RootView(this, template, heard, this.#stage);
    this.#updates = new Updates(this, this.#entries, this.#effects, this.failures);
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
    this.#root.replace(view);
    this.#updates.ask();
  }

  /** Evaluates the script and renders what it gives. */
  start(bag: Bag, how: How): void {
    this.#ownListeners.guard();
    try {
      this.enter("host", () => this.#evaluate(() => this.#root.evaluate(bag, how)));
    } catch (error) {
      // A fault of ours, or of the host's components. Nobody would have a hand on a card that went on by itself.
      this.unmount();
      throw error;
    }
    this.#ownListeners.add();
  }

  update(bag: Bag): void {
    if (this.#state === "gone") return;
    // Asked by a service of the host in the middle of a render.
    if (this.#stage.isChanging) return queueMicrotask(() => this.update(bag));
    this.page.attention.renew();
    const hadFailed = this.#state === "failed";
    this.#state = "live";
    this.enter("host", () =>
      this.#evaluate(() => {
        if (hadFailed) this.#root.tryApart(bag);
        this.#root.take(bag);
        this.#root.evaluate(bag, "render");
      }),
    );
  }

  unmount(): void {
    if (this.#state === "gone") return;
    if (this.#stage.isChanging) return queueMicrotask(() => this.unmount());
    this.#entries.enter("host", () => {
      this.#stage.render(null, "render");
      this.#effects.commit();
      this.#effects.runPassive();
    });
    this.#state = "gone";
    this.#ownListeners.remove();
    this.#services.stop();
    this.page.dispose();
    // Jobs of the template that are still to come end at their first step.
    this.realm.fuel = Number.NEGATIVE_INFINITY;
  }

  /** Enters the template on the host's behalf. What is thrown is reported; what has changed is rendered when the entry ends. */
  enter(kind: Entry, run: () => void, event?: Event): void {
    if (this.#state === "gone") return;
    if (this.#entries.enter(kind, () => this.failures.guardOf(undefined)(run), event)) this.#updates.run(kind === "event");
  }

  /** Calls the handlers of an element for an event of the page. */
  dispatch(event: Event, { handlers }: Listener): void {
    if (this.#stage.isChanging || this.#state !== "live" || !this.page.guard.hears(event)) return;
    // Of what was taken out of the card nobody hears any more: what is dragged away is at home elsewhere when its dragging ends.
    if (!event.composedPath().includes(this.#stage.element)) return;
    const { currentTarget } = event;
    for (const { fn, type, accepts } of handlers) {
      if (accepts?.(event, this.controls) === false) continue;
      const run = () => void call(this.realm, fn, undefined, [this.page.toEvent(event, currentTarget as Element, type)]);
      this.enter("event", () => this.page.hearWithin(run), event);
      // As in the page itself: only while it is being handled, an event is at an element.
      this.page.toEvent(event, null, type);
    }
    this.controls.restore(event.target, this.#stage.element);
  }

  schedule(adapter: Adapter): void {
    if (this.#state !== "live") return;
    adapter.due = true;
    this.dirty.add(adapter);
    this.#updates.ask();
  }

  /** A component was rendered and is in the page. */
  committed(component: Component, asClass: ClassComponent | undefined, first: boolean): void {
    this.#effects.add(component, asClass, first);
  }

  /** A component is being taken out of the page. */
  gone(component: Component, body: Body | undefined): void {
    if (component.phase === "gone") return;
    body?.unmount(this.failures.guardOf(component));
    component.phase = "gone";
    for (const provider of component.reads) provider.readers.delete(component);
    this.#effects.end(component);
  }

  get isLive(): boolean {
    return this.#state === "live";
  }

  get isChanging(): boolean {
    return this.#stage.isChanging;
  }

  get isActing(): boolean {
    return this.#entries.isOpen;
  }

  get hasChanges(): boolean {
    return this.dirty.size > 0 || this.#root.isDue;
  }

  renderChanges(): void {
    const adapters = [...this.dirty];
    this.dirty.clear();
    try {
      if (this.#root.isDue) this.#root.renderContent();
      this.#stage.change(() => renderNow(adapters));
    } catch (error) {
      this.failures.caught(error, undefined);
    }
  }

  showFailure(error: unknown): void {
    const failed = toFailure(this.realm, error);
    this.realm.report(failed);
    this.dirty.clear();
    this.#state = "failed";
    const card = toErrorCard(failed);
    // A server that renders the same card writes the same error card.
    const same = this.#stage.isFresh && compareTree(card, this.#stage.element) === undefined;
    this.#stage.render(card, same ? "hydrate" : "render");
    this.#effects.commit();
    this.#effects.runPassive();
    this.#stopServices();
  }

  askEffects(): void {
    if (this.#effectsAsked) return;
    this.#effectsAsked = true;
    this.#services.later(() => {
      this.#effectsAsked = false;
      this.enter("time", () => this.#effects.runPassive());
    });
  }

  #stopServices(): void {
    this.#services.stop();
    this.#effectsAsked = false;
  }

  #evaluate(run: () => void): void {
    this.failures.failure = undefined;
    try {
      run();
    } catch (error) {
      this.failures.caught(error, undefined);
    }
  }
}
