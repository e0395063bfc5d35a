import { Native } from "../../runtime/handles.ts";
import { baseMembers } from "./component-bases.ts";
import { wrapperMembers } from "./component-type.ts";
import { elementMembers } from "./elements.ts";
import { hookMembers } from "./hooks.ts";

/** The version whose rules are kept. Libraries that are pasted into templates ask for it. */
const version = "19.0.0";

/**
 * `React` as a template sees it (reference/kview.md, section 2.2): elements, classes to extend, and hooks.
 * A table of ours; nothing of a framework stands behind it.
 */
export const react = new Native({
  name: "React",
  lists: true,
  members: new Map([...elementMembers, ...baseMembers, ...wrapperMembers, ...hookMembers, ["version", version]]),
});
