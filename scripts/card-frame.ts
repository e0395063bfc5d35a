import { type RenderedView, timeZone } from "./timeline.ts";

/** Formats a view in the frame that the theme has for cards: a letter for an icon, title, date. */
export function formatCard({ title, at, html }: RenderedView): string {
  const date = at === undefined ? "" : `<time class="kv-card-time" datetime="${at}">${formatDate(at)}</time>`;
  const icon = `<span class="kv-card-icon" aria-hidden="true">${title.charAt(0)}</span>`;
  const header = `<header class="kv-card-header">${icon}<h2 class="kv-card-title">${title}</h2>${date}</header>`;
  return `<article class="kv-card">${header}<div class="kv-card-body">\n${html}\n</div></article>`;
}

function formatDate(at: string): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone }).format(new Date(at));
}
