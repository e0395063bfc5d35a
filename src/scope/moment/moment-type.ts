import { momentMethods } from "../../policy/moment.ts";
import { Opaque, type OpaqueType } from "../../runtime/handles.ts";
import { arithmeticMethods } from "./arithmetic.ts";
import { compareMethods } from "./compare.ts";
import { convertMethods } from "./convert.ts";
import { diffMethods } from "./diff.ts";
import { fieldMethods } from "./fields.ts";
import { formatMethods, printMoment, toIsoText } from "./format.ts";
import { createMethods } from "./methods.ts";
import { originMethods } from "./origin-methods.ts";
import { relativeMethods } from "./relative.ts";
import { MomentState } from "./state.ts";
import { zoneMethods } from "./zone.ts";

/** Moments. As a number they are their instant, as text what `toString` prints; `"" + moment()` is the number. */
export const momentType: OpaqueType<MomentState> = {
  name: "Moment",
  methods: createMethods(
    momentMethods,
    {
      ...arithmeticMethods,
      ...compareMethods,
      ...convertMethods,
      ...diffMethods,
      ...fieldMethods,
      ...formatMethods,
      ...originMethods,
      ...relativeMethods,
      ...zoneMethods,
    },
    MomentState,
  ),
  primitive: (realm, state, hint) => (hint === "string" ? printMoment(realm, state) : state.time),
  json: (realm, state) => toIsoText(realm, state, false),
  classes: () => ["moment"],
};

export function createMoment(state: MomentState): Opaque<MomentState> {
  return new Opaque(momentType, state);
}
