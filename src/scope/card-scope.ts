import { platformName } from "../ir/platform-name.ts";
import { browserGlobals } from "./browser/names.ts";
import { networkGlobals } from "./browser/network.ts";
import { createGlobals } from "./globals.ts";
import { kustomer } from "./kustomer/kustomer.ts";
import { kustomerRequest } from "./kustomer/kustomer-request.ts";
import { lodash } from "./lodash/lodash.ts";
import { moment } from "./moment/moment.ts";
import { platform } from "./platform.ts";
import { react } from "./react/react.ts";

/**
 * What every card can name besides its data: the language's intrinsics and the facades. `platformName` is what component
 * templates call `kview`.
 */
export const cardScope: ReadonlyMap<string, unknown> = createGlobals([
  ...browserGlobals,
  ...networkGlobals,
  ["_", lodash],
  ["moment", moment],
  ["React", react],
  ["Kustomer", kustomer],
  ["KustomerRequest", kustomerRequest],
  [platformName, platform],
]);
