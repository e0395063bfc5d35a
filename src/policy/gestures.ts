/**
 * Events that come of a reader's hand, once for each thing that they do: keys, clicks, moves, what is typed, chosen, dropped or pasted.
 * All other events a card can bring about by itself, again and again, with nobody there: scrolling, the end of an animation, a
 * picture that fails to load, a `<details>` that opens.
 */
export const gestures: ReadonlySet<string> = new Set(
  `
  auxclick beforeinput change click compositionend compositionstart compositionupdate contextmenu copy cut dblclick drag dragend
  dragenter dragleave dragover dragstart drop input keydown keypress keyup mousedown mousemove mouseup paste pointercancel pointerdown
  pointermove pointerup reset submit touchcancel touchend touchmove touchstart wheel
  `
    .trim()
    .split(/\s+/),
);
