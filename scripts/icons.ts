import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { suggestName } from "../src/diagnostics/suggest.ts";

/*
 * Writes `src/policy/icons.ts`: path data of the icons below, from `@mdi/svg` (a development dependency; another copy of the package
 * can be named as the argument). The pictures are by the Pictogrammers, under the Apache License 2.0; see `NOTICE`.
 */
const source = process.argv[2] ?? "node_modules/@mdi/svg";

/** Names of Material Design Icons that cards of agents use; no brands, and of two that say the same the plainer drawing. */
const names = `
  account account-box account-box-outline account-check account-circle account-circle-outline account-clock account-edit
  account-group account-key account-multiple account-multiple-outline account-outline account-plus account-question account-remove
  account-search account-star account-tie airplane airplane-landing airplane-takeoff alarm alert alert-circle alert-circle-outline
  alert-octagon alert-outline apps archive archive-outline arrow-down arrow-left arrow-right arrow-top-right arrow-u-left-top
  arrow-up attachment autorenew baby baby-carriage badge-account bag-suitcase bank bank-outline barcode barcode-scan basket
  basket-outline bed bell bell-off bell-outline bell-ring bicycle book book-open book-open-variant bookmark briefcase bug bullhorn
  bullhorn-outline bus cake cake-variant calculator calendar calendar-account calendar-alert calendar-blank calendar-check
  calendar-clock calendar-edit calendar-month calendar-multiple calendar-outline calendar-plus calendar-range calendar-remove
  calendar-star calendar-today camera cancel car card-account-details card-text cart cart-check cart-off cart-outline cart-plus
  cart-remove cash cash-check cash-multiple cash-refund cash-register cellphone chart-bar chart-donut chart-line chart-pie chat
  chat-outline chat-processing check check-all check-bold check-circle check-circle-outline check-decagram
  checkbox-blank-circle-outline checkbox-blank-outline checkbox-marked checkbox-marked-outline chevron-down chevron-left
  chevron-right chevron-up circle circle-outline city clipboard clipboard-account clipboard-check clipboard-list clipboard-outline
  clipboard-text clipboard-text-outline clock clock-alert clock-check clock-fast clock-outline close close-box close-circle
  close-circle-outline close-octagon cloud cloud-download cloud-outline cloud-upload code-braces code-tags coffee cog cog-outline
  comment comment-outline comment-question comment-text comment-text-outline connection contacts content-copy content-paste
  content-save credit-card credit-card-check credit-card-clock credit-card-outline credit-card-refund cube cube-outline cube-send
  currency-eur currency-gbp currency-usd database database-search delete delete-forever delete-outline devices dots-horizontal
  dots-vertical download download-outline earth email email-alert email-check email-multiple email-open email-open-outline
  email-outline emoticon emoticon-happy emoticon-happy-outline emoticon-neutral emoticon-neutral-outline emoticon-outline
  emoticon-sad emoticon-sad-outline export eye eye-off eye-off-outline eye-outline face-agent ferry file file-account file-chart
  file-check file-document file-document-outline file-download file-outline file-pdf-box file-plus file-question file-search
  file-upload film filter filter-outline filter-variant fire flag flag-checkered flag-outline folder folder-open folder-outline food
  food-apple food-fork-drink format-list-checks format-list-numbered forum forum-outline forward fuel gas-station gavel gift
  gift-outline glass-cocktail hammer-wrench hand-wave handshake headphones headset heart heart-outline heart-pulse help help-circle
  help-circle-outline history home home-account home-city home-map-marker home-outline hospital-building image image-outline inbox
  information information-outline invoice-text invoice-text-outline key key-variant keyboard label label-outline laptop layers leaf
  library lightbulb lightbulb-outline lightning-bolt link link-variant list-status lock lock-open lock-open-outline lock-outline
  lock-reset login logout magnify mail map map-marker map-marker-check map-marker-outline map-outline map-search marker medal menu
  message message-alert message-outline message-processing message-reply message-text message-text-outline microphone minus
  minus-circle movie music newspaper note note-outline note-plus note-text note-text-outline office-building open-in-new package
  package-down package-up package-variant package-variant-closed package-variant-closed-check package-variant-closed-remove
  paperclip parking pause pause-circle pen pencil pencil-outline percent phone phone-alert phone-cancel phone-check phone-classic
  phone-forward phone-hangup phone-in-talk phone-incoming phone-missed phone-outgoing phone-outline phone-plus piggy-bank pill pin
  pin-outline pizza play play-circle plus plus-box plus-circle plus-circle-outline poll power printer printer-outline progress-check
  progress-clock puzzle qrcode receipt receipt-outline receipt-text receipt-text-outline recycle redo refresh reply reply-all
  reply-outline ribbon robot rocket rocket-launch run safe sale scale-balance school school-outline screwdriver seal send send-check
  send-outline server shape shape-outline share share-variant shield shield-account shield-check shield-check-outline shield-lock
  shield-outline shopping shopping-outline signal signature snowflake sort speedometer square square-edit-outline star star-circle
  star-half-full star-outline stethoscope stop store store-marker store-outline storefront storefront-outline swap-horizontal
  swap-vertical sync sync-alert table tag tag-multiple tag-outline target taxi television text text-box text-box-multiple
  text-box-outline thumb-down thumb-down-outline thumb-up thumb-up-outline thumbs-up-down ticket ticket-account ticket-confirmation
  ticket-confirmation-outline ticket-outline ticket-percent timeline timeline-clock timeline-text timer timer-outline timer-sand
  toolbox tools train transfer translate trash-can trash-can-outline tray-arrow-down trending-down trending-neutral trending-up
  trophy truck truck-alert truck-alert-outline truck-check truck-check-outline truck-delivery truck-delivery-outline truck-fast
  truck-fast-outline truck-outline truck-remove tune umbrella undo upload video video-outline view-dashboard view-dashboard-outline
  view-list walk wallet wallet-giftcard wallet-outline warehouse water water-percent weather-cloudy weather-night weather-sunny web
  wheelchair-accessibility widgets wifi wrench wrench-outline zip-box
`
  .trim()
  .split(/\s+/)
  .sort();

const rows = names.map((name) => `${name} ${readPath(name)}`);
const text = `// Generated by \`npm run icons\` from @mdi/svg (Pictogrammers, Apache License 2.0; see NOTICE). Do not edit.
const rows = \`
${rows.join("\n")}
\`;

/** Path data of icons, for a box of 24 by 24, by their Material Design Icons names. */
export const icons: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ rows
    .trim()
    .split("\\n")
    .map((row) => row.split(" ", 1).concat(row.slice(row.indexOf(" ") + 1)) as [string, string]),
);
`;
writeFileSync("src/policy/icons.ts", text);
console.log(`src/policy/icons.ts: ${names.length} icons, ${(text.length / 1_024).toFixed(1)} KB`);

function readPath(name: string): string {
  const file = `${source}/svg/${name}.svg`;
  if (!existsSync(file)) throw new Error(`@mdi/svg has no icon \`${name}\`; did you mean \`${suggestName(name, names)}\`?`);
  const path = / d="([^"]+)"/.exec(readFileSync(file, "utf8"))?.[1];
  // Only drawing commands: the text ends up in a template literal.
  if (path === undefined || !/^[\w\s.,+-]+$/.test(path)) throw new Error(`the icon \`${name}\` is not one plain path`);
  return path;
}
