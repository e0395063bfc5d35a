import { judgeUrl } from "../../policy/urls.ts";
import { charge } from "../../runtime/budget.ts";
import { toText } from "../../runtime/coerce.ts";
import { type Implementation, Native } from "../../runtime/handles.ts";
import { reportAt } from "../../runtime/report.ts";
import { throwError } from "../../runtime/throw.ts";
import { chargeScan } from "../intrinsics/arguments.ts";
import { expectService } from "../service.ts";

const cost = 50_000;

/**
 * Opens what a link of the card may lead to, through the host. Gives `null`, as a browser does that blocks the window: a card gets
 * no hand on one. Target and features are the host's choice.
 */
const run: Implementation = (realm, _self, [address]) => {
  const text = address === undefined ? "" : toText(realm, address);
  chargeScan(realm, text.length);
  if (realm.live === undefined) return null;
  const url = judgeUrl(text, "link", realm.policy);
  // A reference into the card itself leads to no page.
  if (url === undefined || url === "" || url.startsWith("#")) {
    reportAt(realm, "policy/open", realm.at);
    return null;
  }
  // A reader follows one link at a time.
  charge(realm, cost);
  const openLink = expectService(realm, "openLink", "open");
  try {
    openLink(url);
  } catch {
    throwError(realm, "Error", "the host service `openLink` failed");
  }
  return null;
};

/** `open`. */
export const openFacade = new Native({ name: "open", length: 0, run });
