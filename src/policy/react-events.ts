/** A handler prop of React: which DOM event it stands for, and in which phase. */
export interface EventRule {
  /** DOM event name, lower case. */
  readonly event: string;
  readonly capture: boolean;
}

// React's handler names without "on". Each also exists with "Capture" behind it.
const names = `
  Abort AnimationEnd AnimationIteration AnimationStart AuxClick BeforeInput BeforeToggle Blur CanPlay CanPlayThrough
  Cancel Change Click Close CompositionEnd CompositionStart CompositionUpdate ContextMenu Copy Cut DoubleClick Drag
  DragEnd DragEnter DragExit DragLeave DragOver DragStart Drop DurationChange Emptied Encrypted Ended Error Focus
  GotPointerCapture Input Invalid KeyDown KeyPress KeyUp Load LoadStart LoadedData LoadedMetadata LostPointerCapture
  MouseDown MouseEnter MouseLeave MouseMove MouseOut MouseOver MouseUp Paste Pause Play Playing PointerCancel
  PointerDown PointerEnter PointerLeave PointerMove PointerOut PointerOver PointerUp Progress RateChange Reset Resize
  Scroll ScrollEnd Seeked Seeking Select Stalled Submit Suspend TimeUpdate Toggle TouchCancel TouchEnd TouchMove
  TouchStart TransitionCancel TransitionEnd TransitionRun TransitionStart VolumeChange Waiting Wheel
`;

// React's names that differ from the DOM's.
const domNames = new Map([["DoubleClick", "dblclick"]]);

/** Every event prop of React in its exact spelling. `onChange` is listed as `change`; its React meaning is the renderer's. */
export const reactEvents: ReadonlyMap<string, EventRule> = new Map<string, EventRule>(
  names
    .trim()
    .split(/\s+/)
    .flatMap((name): ReadonlyArray<readonly [string, EventRule]> => {
      const event = domNames.get(name) ?? name.toLowerCase();
      return [
        [`on${name}`, { event, capture: false }],
        [`on${name}Capture`, { event, capture: true }],
      ];
    }),
);
