import type { Realm } from "../runtime/realm.ts";

type Words = readonly [yes: string, no: string, positive: string, neutral: string, negative: string];

const english: Words = ["Yes", "No", "Positive", "Neutral", "Negative"];

/** The few words that formats add of their own, by language. `Intl` has none for a boolean. Other languages read English. */
const words: ReadonlyMap<string, Words> = new Map<string, Words>([
  ["en", english],
  ["ar", ["نعم", "لا", "إيجابي", "محايد", "سلبي"]],
  ["da", ["Ja", "Nej", "Positiv", "Neutral", "Negativ"]],
  ["de", ["Ja", "Nein", "Positiv", "Neutral", "Negativ"]],
  ["es", ["Sí", "No", "Positivo", "Neutral", "Negativo"]],
  ["fr", ["Oui", "Non", "Positif", "Neutre", "Négatif"]],
  ["he", ["כן", "לא", "חיובי", "ניטרלי", "שלילי"]],
  ["it", ["Sì", "No", "Positivo", "Neutro", "Negativo"]],
  ["ja", ["はい", "いいえ", "ポジティブ", "ニュートラル", "ネガティブ"]],
  ["ko", ["예", "아니요", "긍정", "중립", "부정"]],
  ["nb", ["Ja", "Nei", "Positiv", "Nøytral", "Negativ"]],
  ["nl", ["Ja", "Nee", "Positief", "Neutraal", "Negatief"]],
  ["pl", ["Tak", "Nie", "Pozytywny", "Neutralny", "Negatywny"]],
  ["pt", ["Sim", "Não", "Positivo", "Neutro", "Negativo"]],
  ["sv", ["Ja", "Nej", "Positiv", "Neutral", "Negativ"]],
  ["tr", ["Evet", "Hayır", "Olumlu", "Nötr", "Olumsuz"]],
  ["zh", ["是", "否", "正面", "中性", "负面"]],
]);

/** All that words depend on. */
type Viewer = Pick<Realm, "locale">;

/** Gives the words of the viewer's language. */
function findWords({ locale }: Viewer): Words {
  if (locale === "en-US") return english;
  const end = locale.indexOf("-");
  return words.get((end < 0 ? locale : locale.slice(0, end)).toLowerCase()) ?? english;
}

/** A boolean as a reader would say it: `Yes`, `No` (`reference/kview.md`, section 2.4), in the viewer's language. */
export function formatFlag(realm: Realm, value: boolean): string {
  return findWords(realm)[value ? 0 : 1];
}

/** A sentiment by its polarity: above, at or below zero. */
export function formatPolarity(viewer: Viewer, polarity: number): string {
  return findWords(viewer)[polarity > 0 ? 2 : polarity < 0 ? 4 : 3];
}
