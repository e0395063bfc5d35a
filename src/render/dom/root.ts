import type { VNode } from "preact";
import { jsx } from "preact/jsx-runtime";
import type { Card } from "../../components/card-facts.ts";
import { CardContext } from "../../components/use-card.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Program } from "../../ir/program.ts";
import type { Rec } from "../../runtime/record.ts";
import { toErrorText } from "../error-card.ts";
import type { Settings } from "../options.ts";
import { toRootId } from "../realm.ts";
import type { Guard } from "./guard.ts";
import type { DomChild } from "./vnode.ts";

/** Puts a root element around a card with styles of its own, or with a theme. */
export function toRoot(program: Program, settings: Settings, child: DomChild, guard?: Guard): VNode | null {
  if (!program.facts.styled && settings.theme === undefined) return child as VNode | null;
  const props: Rec = {
    CLASS: "kv-root",
    ...(program.facts.styled ? { "DATA-KV-ROOT": toRootId(program, settings) } : {}),
    ...(settings.theme === undefined ? {} : { "DATA-THEME": settings.theme }),
  };
  // The card's own as what is in it: a template that walks up from there comes through it.
  guard?.note(props);
  return element("div", props, [child]);
}

/** Lets the components of the host know the card that they stand in. */
export function provideCard(card: Card, children: VNode | null): VNode {
  return jsx(CardContext.Provider as never, Object.assign(Object.create(null), { value: card, children }) as never) as VNode;
}

/** What stands in the place of a card that failed. */
export function toErrorCard(failed: Diagnostic): VNode {
  const { title, detail } = toErrorText(failed);
  return element("div", { CLASS: "kv-error", ROLE: "alert" }, [
    element("strong", { CLASS: "kv-error-title" }, [title]),
    element("span", { CLASS: "kv-error-detail" }, [detail]),
  ]);
}

function element(tag: string, attributes: Readonly<Rec>, children: DomChild[]): VNode {
  return jsx(tag, Object.assign(Object.create(null), attributes, { children }) as never) as VNode;
}
