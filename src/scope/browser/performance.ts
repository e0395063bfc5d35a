import { Native } from "../../runtime/handles.ts";
import { createFunctions, nothing } from "./facade-functions.ts";

/** `performance`: a clock that begins with the card, and marks that are not kept. It stands still in the string target. */
export const performanceFacade = new Native({
  name: "Performance",
  members: new Map<string, unknown>([
    ...createFunctions({
      clearMarks: nothing,
      clearMeasures: nothing,
      mark: nothing,
      measure: nothing,
      now: (realm) => realm.live?.now() ?? 0,
    }),
    ["timeOrigin", 0],
  ]),
});
