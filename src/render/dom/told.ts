import type { Settings } from "../options.ts";

/** Tells the host's listener. What it throws is an error of its own script, not one that a card or a timeline is left half-rendered by. */
export function tellHost<Told extends readonly unknown[]>(listener: (...told: Told) => void, ...told: Told): void {
  try {
    listener(...told);
  } catch (error) {
    reportError(error);
  }
}

/** Gives the host's listener for what a live card reports. Nobody wants to hear of a card that is gone. */
export function toTold(onDiagnostic: Settings["onDiagnostic"], isHere: () => boolean): Settings["onDiagnostic"] {
  if (onDiagnostic === undefined) return undefined;
  return (found) => {
    if (isHere()) tellHost(onDiagnostic, found);
  };
}
