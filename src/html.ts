export { loadTemplate } from "./entry/load-template.ts";
export { renderToString } from "./render/html.ts";
export type { RenderOptions } from "./render/options.ts";
export type { WorkspaceOptions, WorkspaceSubject } from "./workspace/options.ts";
export type { ItemRecords, TimelineItem } from "./workspace/timeline/item.ts";
export { renderTimeline, type TimelineOptions, type TimelineStream } from "./workspace/timeline/render-timeline.ts";
export type { TimelineTotal } from "./workspace/timeline/write-timeline.ts";
export type { WorkspaceWords } from "./workspace/words.ts";
