export { loadTemplate } from "./entry/load-template.ts";
export { hydrate, type MountedCard, mount } from "./render/dom.ts";
export type { RenderOptions } from "./render/options.ts";
export type {
  AttributeChange,
  CommandPayload,
  FetchAnswer,
  FetchInit,
  FormField,
  FormState,
  Found,
  Host,
  HostClock,
  HostPermission,
  HostRequest,
  SearchQuery,
  StorageArea,
} from "./runtime/host.ts";
export { type MountedInsights, mountInsights } from "./workspace/insights/mount-insights.ts";
export type { SearchGroup } from "./workspace/insights/search-group.ts";
export type { InsightsSubject, RecordSubject, SearchSubject } from "./workspace/insights/subject.ts";
export type { WorkspaceOptions, WorkspaceSubject } from "./workspace/options.ts";
export type { TimelineFilter } from "./workspace/timeline/dom/item-filter.ts";
export { type MountedTimeline, type MountTimelineOptions, mountTimeline } from "./workspace/timeline/dom/mount-timeline.ts";
export type { ItemRecords, TimelineItem } from "./workspace/timeline/item.ts";
export type { WorkspaceWords } from "./workspace/words.ts";
