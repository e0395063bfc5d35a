/**
 * Events in a native component that the template around it hears of, as if they happened at the element of its own that the component
 * stands in: where the reader points, and nothing of what they type, choose or paste there.
 */
export const closedEvents: ReadonlySet<string> = new Set(
  `
  auxclick click contextmenu dblclick gotpointercapture lostpointercapture mousedown mouseenter mouseleave mousemove mouseout mouseover
  mouseup pointercancel pointerdown pointerenter pointerleave pointermove pointerout pointerover pointerup touchcancel touchend touchmove
  touchstart wheel
  `
    .trim()
    .split(/\s+/),
);
