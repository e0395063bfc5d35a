import { caught, choose, type Idiom, inner, scalars, value } from "./idiom.ts";

const sources = [
  "(a)(?<n>b)?",
  "^.",
  "\\\\d+",
  "[a-c]{1,2}?",
  "(?<=a).",
  "(?!b)\\\\w",
  "(.)\\\\1",
  "a|b|",
  "\\\\b",
  "(?:)",
  "😀",
  ".",
  "$",
  "[^]",
  "(a*)*",
  "(?<y>.)(?<z>.)?",
];
const flags = ["", "g", "y", "gi", "gm", "s", "u", "gu", "gy", "d"];
const subjects = ['"abcabb"', '"a😀b\\nA1"', '""', '"aaa"', '"12-34"', '"ab"'];
const replacements: readonly (string | Idiom)[] = [
  '"[$&]"',
  '"$1$2"',
  '"$`|$\'"',
  '"$$"',
  '"$<n>"',
  '"$01$99$0"',
  "(...p) => (log(p.length), p[0] + p[1])",
  "() => undefined",
  '"$"',
  (place) => inner(place),
];

const asks: readonly (string | Idiom)[] = [
  "(() => { const m = r.exec(s); return m && [[...m], m.index, m.input, m.groups, r.lastIndex]; })()",
  "[r.test(s), r.lastIndex, r.test(s), r.lastIndex]",
  "s.match(r)",
  "s.search(r)",
  "s.split(r)",
  "s.split(r, 2)",
  "[...s.matchAll(r)].map((m) => [[...m], m.index])",
  "[r.source, r.flags, r.global, r.sticky, r.unicode, String(r)]",
  "(() => { r.lastIndex = 2; return [r.exec(s)?.index, r.lastIndex]; })()",
  (place) => `s.replace(r, ${choose(place, replacements)})`,
  (place) => `s.replaceAll(r, ${choose(place, replacements)})`,
];

/** Regular expressions, template literals, tags, texts beyond ASCII. */
export const texts: readonly Idiom[] = [
  (place) => {
    const made = choose(place, [
      `new RegExp("${choose(place, sources)}", "${choose(place, flags)}")`,
      `RegExp("${choose(place, sources)}")`,
      `/${choose(place, sources).replaceAll("\\\\", "\\")}/${choose(place, flags)}`,
    ]);
    const steps = place.choices.several(1, 4, () => `log(${choose(place, asks)});`);
    return caught(`const r = ${made}, s = ${choose(place, subjects)}; ${steps.join(" ")}`);
  },
  (place) => {
    const name = place.fresh("tag");
    return caught(
      `const ${name} = (s, ...v) => [s.length, [...s], [...s.raw], v, Object.isFrozen(s)]; log(${name}\`a\${${inner(place)}}\\n\\u{61}\${${choose(place, scalars)}}\`); log(${name}\`\\unicode \\x\`); const same = (s) => s; const again = () => same\`x\`; log([again() === again(), same\`x\` === same\`x\`]);`,
    );
  },
  (place) =>
    caught(
      `const o = { t(s, v) { return [this === o, s.raw[0], v]; }, u: () => (s) => s[0] }; log(o.t\`a\${${choose(place, scalars)}}\`); log(o.u()\`b\`); log(o.t\`\` + String.raw\`\\u0041\${1}\\\n\`);`,
    ),
  (place) =>
    caught(
      `const s = ${choose(place, ['"a\\ud83d"', '"\\ude00b"', '"e\\u0301"', '"ﬀ İ ß"', '"\\u2028"', '"😀😀"', '"\\0"'])}; log([[...s].length, s.isWellFormed(), s.toWellFormed(), s.normalize("${choose(place, ["NFC", "NFD", "NFKC", "NFKD"])}"), s.toUpperCase(), s.toLowerCase(), s.codePointAt(0), s.at(-1), JSON.stringify(s), escape(s), s.split(""), s > "a"]); log(encodeURIComponent(s));`,
    ),
  (place) =>
    caught(
      `log(${choose(place, ["0.1 + 0.2", "1e21 + 1", "123456789012345680000", "5e-324", "-1e-7", "0xff", "0b11", "0o17", "1_000", ".5", "5.", "2 ** 53", "-(2 ** 31) | 0", "1 / -0", "(25).toString(36)", "(0.1).toString(3)", "(1e21).toFixed(2)", "(1.005).toFixed(2)", "(-1.5).toFixed(0)", "(123.456).toPrecision(4)", "(0).toExponential(2)", 'Number("0b12")', 'parseInt("0x1g", 16)', 'parseFloat("-.5e-3x")', 'Number("1_0")', "(-7) % 3", "2 ** -1", "(-8) ** (1 / 3)", "~~-1.5", "1 << 33", "-1 >>> 28"])}); log((-(${value(place, "number")})) ** 2);`,
    ),
  (place) =>
    caught(
      `const d = new Date(${choose(place, ["0", "NaN", "8.64e15", "8.64e15 + 1", "2020, 1, 30, 25, 61", '"2021-03-04"', '"2021-03-04T05:06:07.089Z"', '"2021-03-04T05:06"', '"x"', "2020, NaN", "99, 0", "-1", '"+002021-01-01T00:00:00Z"', '"2021-13-01"', "null", "true"])}); ${choose(place, ["d.setMonth(13);", "d.setUTCDate(0);", "d.setHours(1, 2, 3, 4);", "d.setFullYear(-5);", "d.setTime(NaN);", "d.setMinutes(1e9);", "d.setYear(99);", "", "d.setDate();"])} log(d.getTime()); log([d.getDay(), d.getFullYear(), d.getTimezoneOffset(), d.toJSON(), d - 1, typeof (d + 1), d < new Date(5)]); log(d.toISOString());`,
    ),
];
