import { escapeText } from "../../src/runtime/escape.ts";
import { defineCard } from "./card.ts";
import { toCustomer } from "./records.ts";

const questions = ["How was the service?", "How fast were we?", "Was it what you <expected>?", "Anything else?"] as const;

export const surveyCard = defineCard({
  name: "survey",
  create: (n) => ({
    customer: toCustomer(n),
    kobject: {
      custom: { scoreNum: n % 11 },
      data: {
        answers: questions.map((question, i) => ({ question: question as string, answer: (n + i) % 3 === 0 ? "" : `Fine, thanks (${n})` })),
      },
    },
  }),
  byHand: ({ kobject }) => {
    const score = kobject.custom.scoreNum;
    let rows = "";
    let i = 0;
    for (const { question, answer } of kobject.data.answers) {
      i++;
      rows += `<div style="margin-bottom:10px"><div>${i}. ${escapeText(question)}</div><div>${answer ? escapeText(answer) : "<em>no answer</em>"}</div></div>`;
    }
    const pill =
      score >= 9
        ? '<span class="kv-pill kv-pill-success">Promoter</span>'
        : score >= 7
          ? '<span class="kv-pill kv-pill-alert">Passive</span>'
          : '<span class="kv-pill kv-pill-danger">Detractor</span>';
    return `<div><div style="display:flex;align-items:center;gap:10px"><span style="font-size:24px">${score}</span><span>of 10</span>${pill}</div>${rows}</div>`;
  },
});
