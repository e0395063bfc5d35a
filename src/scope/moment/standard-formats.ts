import { Native } from "../../runtime/handles.ts";

/** Markers of the standard formats, as `moment.ISO_8601` and `moment.RFC_2822`. */
export const isoFormat = new Native({ name: "ISO_8601" });
export const rfcFormat = new Native({ name: "RFC_2822" });
