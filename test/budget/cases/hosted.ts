import type { CallTable } from "../budget-case.ts";

const dateRead =
  "getDate getDay getFullYear getHours getMilliseconds getMinutes getMonth getSeconds getTime getTimezoneOffset getUTCDate getUTCDay " +
  "getUTCFullYear getUTCHours getUTCMilliseconds getUTCMinutes getUTCMonth getUTCSeconds getYear toDateString toGMTString toISOString toJSON " +
  "toLocaleDateString toLocaleString toLocaleTimeString toString toTimeString toUTCString valueOf";
const dateWrite =
  "setDate setFullYear setHours setMilliseconds setMinutes setMonth setSeconds setTime setUTCDate setUTCFullYear setUTCHours " +
  "setUTCMilliseconds setUTCMinutes setUTCMonth setUTCSeconds setYear";
const zone = "America/Sao_Paulo";

/** Calls for what the host knows: calendars, languages, addresses, the log. */
export const hostedCalls: CallTable = {
  globals: {
    Date: ["new Date(2026, 1, 3)", "new Date(n)", "new Date('2026-02-03T04:05:06Z')", "Date()", "new Date(text)"],
    URL: ["new URL('https://a.example/b?c=d')", "new URL('https://a.example/' + text)"],
    URLSearchParams: ["new URLSearchParams(query)", "new URLSearchParams(pairs)", "new URLSearchParams()"],
  },
  Date: {
    UTC: "Date.UTC(2026, 1, 3)",
    now: "Date.now()",
    parse: ["Date.parse('2026-02-03')", "Date.parse('Tue, 3 Feb 2026 04:05:06 GMT')", "Date.parse(words)"],
  },
  "Date.prototype": {
    ...Object.fromEntries(dateRead.split(" ").map((name) => [name, `date.${name}()`])),
    ...Object.fromEntries(dateWrite.split(" ").map((name) => [name, `new Date(2026, 1, 3).${name}(7)`])),
    toLocaleDateString: ["date.toLocaleDateString()", `date.toLocaleDateString('sv', { timeZone: '${zone}' })`],
    toLocaleString: ["date.toLocaleString()", `date.toLocaleString('sv', { timeZone: '${zone}' })`],
    toLocaleTimeString: ["date.toLocaleTimeString()", `date.toLocaleTimeString('sv', { timeZone: '${zone}' })`],
  },
  Intl: {
    Collator: "new Intl.Collator('sv')",
    DateTimeFormat: [
      "new Intl.DateTimeFormat('sv')",
      "let i = 0; for (const x of list.slice(0, 200)) new Intl.DateTimeFormat('sv', { fractionalSecondDigits: 1 + (x % 3), hourCycle: x & 1 ? 'h23' : 'h12', year: x & 2 ? 'numeric' : '2-digit', month: x & 4 ? 'long' : 'short', day: x & 8 ? 'numeric' : '2-digit', hour: x & 16 ? 'numeric' : '2-digit' })",
    ],
    DisplayNames: "new Intl.DisplayNames('sv', { type: 'region' })",
    ListFormat: "new Intl.ListFormat('sv')",
    NumberFormat: [
      "new Intl.NumberFormat('sv')",
      "for (const x of list.slice(0, 200)) new Intl.NumberFormat('sv', { minimumIntegerDigits: 1 + (x % 21), minimumFractionDigits: x % 15 })",
    ],
    PluralRules: "new Intl.PluralRules('sv')",
    RelativeTimeFormat: "new Intl.RelativeTimeFormat('sv')",
    getCanonicalLocales: ["Intl.getCanonicalLocales('SV-se')", "try { Intl.getCanonicalLocales(texts) } catch {}"],
  },
  "Intl.service": {
    supportedLocalesOf: ["Intl.NumberFormat.supportedLocalesOf('sv')", "Intl.NumberFormat.supportedLocalesOf(['sv', 'en', 'de'])"],
  },
  "Intl.Collator.prototype": {
    compare: ["collator.compare(text, same)", "collator.compare(accents, accents + 'a')"],
    resolvedOptions: "collator.resolvedOptions()",
  },
  "Intl.DateTimeFormat.prototype": {
    format: "dates.format(date)",
    formatRange: "dates.formatRange(date, new Date(2027, 1, 1))",
    formatRangeToParts: "dates.formatRangeToParts(date, new Date(2027, 1, 1))",
    formatToParts: "dates.formatToParts(date)",
    resolvedOptions: "dates.resolvedOptions()",
  },
  "Intl.DisplayNames.prototype": { of: "regions.of('SE')", resolvedOptions: "regions.resolvedOptions()" },
  "Intl.ListFormat.prototype": {
    format: "joiner.format(texts)",
    formatToParts: "joiner.formatToParts(texts)",
    resolvedOptions: "joiner.resolvedOptions()",
  },
  "Intl.NumberFormat.prototype": {
    format: ["numbers.format(n / 7)", "numbers.format(1e300)", "numbers.format(digits)"],
    formatRange: "numbers.formatRange(n, n + 7)",
    formatRangeToParts: "numbers.formatRangeToParts(n, n + 7)",
    formatToParts: ["numbers.formatToParts(n / 7)", "numbers.formatToParts(1e300)"],
    resolvedOptions: "numbers.resolvedOptions()",
  },
  "Intl.PluralRules.prototype": {
    resolvedOptions: "plurals.resolvedOptions()",
    select: "plurals.select(n)",
    selectRange: "plurals.selectRange(n, n + 1)",
  },
  "Intl.RelativeTimeFormat.prototype": {
    format: "relative.format(-n, 'day')",
    formatToParts: "relative.formatToParts(-n, 'day')",
    resolvedOptions: "relative.resolvedOptions()",
  },
  URL: { canParse: "URL.canParse('https://a.example/' + text)", parse: "URL.parse('https://a.example/' + text)" },
  "URL.prototype": {
    toJSON: "url.toJSON()",
    toString: [
      "url.toString()",
      "const u = new URL('https://a.example/' + text); for (let i = 0; i < 9; i++) u.toString()",
      "url.host + url.pathname + url.search",
    ],
  },
  "URLSearchParams.prototype": {
    append: [
      "const p = new URLSearchParams(); p.append('a', text)",
      "const p = new URLSearchParams(); for (const k of texts) p.append(k, 'b')",
    ],
    delete: "const p = new URLSearchParams(query); p.delete('k0')",
    entries: "for (const e of new URLSearchParams(query).entries());",
    forEach: "new URLSearchParams(query).forEach((x) => x)",
    get: "const p = new URLSearchParams(query); for (let i = 0; i < 9; i++) p.get('z')",
    getAll: "const p = new URLSearchParams(query); for (let i = 0; i < 9; i++) p.getAll('z')",
    has: "const p = new URLSearchParams(query); for (let i = 0; i < 9; i++) p.has('z')",
    keys: "for (const e of new URLSearchParams(query).keys());",
    set: "const p = new URLSearchParams(query); p.set('z', 1)",
    sort: "new URLSearchParams(query).sort()",
    toString: "const p = new URLSearchParams(query); for (let i = 0; i < 9; i++) p.toString()",
    values: "for (const e of new URLSearchParams(query).values());",
  },
  console: {
    ...Object.fromEntries(
      "debug dir dirxml error group groupCollapsed info log trace warn".split(" ").map((name) => [name, `console.${name}(text)`]),
    ),
    assert: "console.assert(false, text)",
    clear: "console.clear()",
    count: "console.count('a')",
    countReset: "console.countReset('a')",
    groupEnd: "console.groupEnd()",
    log: ["console.log(text)", "console.log(record)", "console.log(list)"],
    table: "console.table(records)",
    time: "console.time('a')",
    timeEnd: "console.timeEnd('a')",
    timeLog: "console.timeLog('a')",
  },
  browser: {
    atob: "atob(btoa(text))",
    btoa: "btoa(text)",
    Blob: ["new Blob([text])", "new Blob(texts)", "new Blob()"],
    File: "new File([text], 'a')",
    FormData: [
      "new FormData()",
      "const f = new FormData(); for (const k of texts) f.append(k, k)",
      "const f = new FormData(); for (const k of texts) f.append(k, k); for (let i = 0; i < 9; i++) { f.get('z'); f.has('z'); f.getAll('z'); f.delete('z'); }",
    ],
    Headers: ["new Headers({ a: 'b' })", "new Headers().append('a', text.slice(0, 1000))"],
    AbortController: "new AbortController().abort()",
    AbortSignal: "new AbortController().signal.aborted",
    FileReader: "new FileReader()",
    XMLHttpRequest: "new XMLHttpRequest()",
    Event: ["new Event('a')", "new CustomEvent('a', { detail: record })"],
    crypto: "crypto.randomUUID()",
    performance: "performance.now()",
    queueMicrotask: "queueMicrotask(() => 1)",
    setTimeout: "clearTimeout(setTimeout(() => 1, 1))",
    document: ["document.createElement('p')", "document.title", "document.querySelector('p')"],
    window: ["window.a = 1", "for (const k of texts) window[k] = 1"],
    navigator: "navigator.language",
    location: "location.href",
  },
};

/** What cases of these tables name besides the inputs, made once. */
export const hostedValues: Readonly<Record<string, string>> = {
  date: "new Date(2026, 1, 3, 4, 5, 6)",
  collator: "new Intl.Collator('sv')",
  dates: "new Intl.DateTimeFormat('sv', { dateStyle: 'full', timeStyle: 'long' })",
  regions: "new Intl.DisplayNames('sv', { type: 'region' })",
  joiner: "new Intl.ListFormat('sv')",
  numbers: "new Intl.NumberFormat('sv', { style: 'currency', currency: 'SEK' })",
  plurals: "new Intl.PluralRules('sv')",
  relative: "new Intl.RelativeTimeFormat('sv')",
  url: "new URL('https://a.example/b?c=d')",
};
