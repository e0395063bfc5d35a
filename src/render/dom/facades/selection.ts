import { charge, chargeString } from "../../../runtime/budget.ts";
import { toNumber } from "../../../runtime/coerce.ts";
import { Opaque, type OpaqueType } from "../../../runtime/handles.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { throwError } from "../../../runtime/throw.ts";
import type { Page } from "../page.ts";
import { createMethods, expectState, type Method } from "./methods.ts";
import { toRect } from "./rect.ts";
import { readRange, readSelected } from "./selected-text.ts";
import { PageState } from "./states.ts";
import { expectNode } from "./tree.ts";

class SelectionState extends PageState {
  readonly selection: Selection;
  constructor(page: Page, selection: Selection) {
    super(page);
    this.selection = selection;
  }
}

class RangeState extends PageState {
  readonly range: Range;
  constructor(page: Page, range: Range) {
    super(page);
    this.range = range;
  }
}

/** Gives the page's selection, or that of the shadow tree which the card stands in. */
export function selectionOf(page: Page): Selection | null {
  const tree = page.root.getRootNode() as { getSelection?: () => Selection | null };
  return (typeof tree.getSelection === "function" ? tree.getSelection() : null) ?? page.view?.getSelection() ?? null;
}

function expectPermission(realm: Realm, what: string): void {
  if (!realm.host.allow?.includes("selection")) throwError(realm, "Error", `\`${what}\` needs the host's permission \`selection\``);
}

function print(realm: Realm, state: SelectionState | RangeState): string {
  const { page } = state;
  const text = state instanceof RangeState ? readRange(realm, page, state.range) : readSelected(realm, page, state.selection);
  chargeString(realm, text.length);
  return text;
}

const empty = (name: "removeAllRanges" | "collapseToStart" | "collapseToEnd"): Method<SelectionState> => {
  return (_realm, { page, selection }) => {
    page.act(name, () => selection[name]());
    return undefined;
  };
};

/** What is selected on the page. Its ends are told where they are the card's. */
const selectionType: OpaqueType<SelectionState> = {
  name: "Selection",
  methods: createMethods("Selection", SelectionState, {
    addRange: (realm, { page, selection }, [value]) => {
      const { range } = expectState(realm, value, RangeState, "Range", "addRange");
      if (!page.attention.isTypingApart) page.act("addRange", () => selection.addRange(range));
      return undefined;
    },
    collapseToEnd: empty("collapseToEnd"),
    collapseToStart: empty("collapseToStart"),
    containsNode: (realm, { selection }, [node, partly]) =>
      selection.containsNode(expectNode(realm, node, "containsNode").node, partly === true),
    empty: empty("removeAllRanges"),
    getRangeAt: (realm, { page, selection }, [index]) => {
      const range = page.act("getRangeAt", () => selection.getRangeAt(toNumber(realm, index)));
      return range === undefined ? null : toRange(page, range);
    },
    removeAllRanges: empty("removeAllRanges"),
    selectAllChildren: (realm, { page, selection }, [node]) => {
      const state = expectNode(realm, node, "selectAllChildren");
      if (!page.attention.isTypingApart) page.act("selectAllChildren", () => selection.selectAllChildren(state.node));
      return undefined;
    },
    toString: (realm: Realm, state: SelectionState) => print(realm, state),
  }),
  read: (_realm, { page, selection }, key) => {
    switch (key) {
      case "rangeCount":
      case "anchorOffset":
      case "focusOffset":
        return Number(selection[key]);
      case "isCollapsed":
        return selection.isCollapsed === true;
      case "type":
        return String(selection.type);
      case "anchorNode":
      case "focusNode":
        return page.toNode(selection[key]);
      default:
        return undefined;
    }
  },
  primitive: print,
};

/** A part of the page that is, or may be, selected. */
const rangeType: OpaqueType<RangeState> = {
  name: "Range",
  methods: createMethods("Range", RangeState, {
    collapse: (_realm, { page, range }, [toStart]) => {
      page.act("collapse", () => range.collapse(toStart === true));
      return undefined;
    },
    detach: () => undefined,
    getBoundingClientRect: (realm, { range }) => {
      charge(realm, 8);
      return toRect(range.getBoundingClientRect());
    },
    // With the node itself, the range would stand in what is around it: of the card's root, in the host's page.
    selectNode: (realm, { page, range }, [node]) => {
      const state = expectNode(realm, node, "selectNode");
      page.act("selectNode", () => range.selectNodeContents(state.node));
      return undefined;
    },
    selectNodeContents: (realm, { page, range }, [node]) => {
      const state = expectNode(realm, node, "selectNodeContents");
      page.act("selectNodeContents", () => range.selectNodeContents(state.node));
      return undefined;
    },
    toString: (realm: Realm, state: RangeState) => print(realm, state),
  }),
  read: (_realm, { page, range }, key) => {
    switch (key) {
      case "startOffset":
      case "endOffset":
        return Number(range[key]);
      case "collapsed":
        return range.collapsed === true;
      case "startContainer":
      case "endContainer":
      case "commonAncestorContainer":
        return page.toNode(range[key]);
      default:
        return undefined;
    }
  },
  primitive: print,
};

function toRange(page: Page, range: Range): Opaque {
  return new Opaque<unknown>(rangeType as OpaqueType, new RangeState(page, range));
}

/** `getSelection()`, where the host permits it. */
export function readSelection(realm: Realm, page: Page): Opaque | null {
  expectPermission(realm, "getSelection");
  const selection = page.disposed ? null : selectionOf(page);
  return selection === null ? null : new Opaque<unknown>(selectionType as OpaqueType, new SelectionState(page, selection));
}

/** `document.createRange()`, where the host permits selecting: it begins at the card's root. */
export function createRange(realm: Realm, page: Page): Opaque {
  expectPermission(realm, "createRange");
  charge(realm, 20);
  const range = page.hostDocument.createRange();
  range.selectNodeContents(page.root);
  return toRange(page, range);
}
