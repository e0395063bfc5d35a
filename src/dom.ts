export { loadTemplate } from "./entry/load-template.ts";
export { hydrate, type MountedCard, mount } from "./render/dom.ts";
export type { RenderOptions } from "./render/options.ts";
export type {
  AttributeChange,
  CommandPayload,
  FetchAnswer,
  FetchInit,
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
