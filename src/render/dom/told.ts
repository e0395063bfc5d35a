import type { Settings } from "../options.ts";

/**
 * Gives the host's listener for what a live card reports. Nobody wants to hear of a card that is gone. What the listener throws is an
 * error of its own script, not one that a card is left half-rendered by.
 */
export function toTold(onDiagnostic: Settings["onDiagnostic"], isHere: () => boolean): Settings["onDiagnostic"] {
  if (onDiagnostic === undefined) return undefined;
  return (found) => {
    if (!isHere()) return;
    try {
      onDiagnostic(found);
    } catch (error) {
      reportError(error);
    }
  };
}
