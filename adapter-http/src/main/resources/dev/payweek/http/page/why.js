// Why an expense is in its category: who decided, and what each rule had to say.

import { get } from "./api.js";
import { h, show } from "./dom.js";
import { count } from "./format.js";
import { valueWords, words } from "./condition.js";
import { problem } from "./sheet.js";

const VERDICTS = {
  decided: "decided",
  would_decide: "would decide now; it did not when the expense came",
  overruled: "matches, but a person chose",
  shadowed: "matches, but an earlier rule decided",
  not_matched: "does not match",
  disabled: "is switched off",
  not_yet_valid: "begins later than the expense",
};

function decidedBy({ provenance, category, rule, rules }, isSplit) {
  const [chose, named] = isSplit ? ["split it", "its parts"] : [`chose ${category}`, category];
  switch (provenance) {
    case "manual":
      return isSplit ? "It was split by hand." : `${category} was chosen by hand.`;
    case "rule":
      return `The rule “${rules.find((one) => one.rule === rule)?.name ?? "since removed"}” ${chose}.`;
    case "import_hint":
      return `The imported file named ${named}.`;
    default:
      return `No rule matched, so it is in ${category}.`;
  }
}

function compared({ field, op, value, actual, held }) {
  return h(
    "li",
    { class: held ? "held" : "missed" },
    h("span", { "aria-hidden": "true" }, held ? "✓ " : "✗ "),
    h("span", { class: "hidden" }, held ? "holds: " : "does not hold: "),
    `${words(field)} ${words(op)} ${valueWords(field, value)}`,
    h("span", { class: "quiet" }, ` – it is ${valueWords(field, actual)}`),
  );
}

function asked({ rule, name, verdict, conditions }) {
  return h(
    "li",
    { "data-rule": rule },
    h("strong", {}, name),
    ` ${VERDICTS[verdict] ?? words(verdict)}.`,
    h("ul", { class: "conditions" }, conditions.map(compared)),
  );
}

function shownRules(explanation, isSplit) {
  const matched = explanation.rules.filter((one) => one.matched);
  const others = explanation.rules.filter((one) => !one.matched);
  return [
    h("p", {}, decidedBy(explanation, isSplit)),
    matched.length ? h("ul", { class: "asked" }, matched.map(asked)) : null,
    others.length
      ? h(
          "details",
          {},
          h("summary", {}, `${count(others.length)} ${others.length === 1 ? "rule" : "rules"} that did not match`),
          h("ul", { class: "asked" }, others.map(asked)),
        )
      : null,
  ];
}

/** Returns what unfolds to the reasons; they are asked for when it is opened, and again after a failure. */
export function why(expense) {
  const place = h("div", {});
  // Of what is split, the category of the whole says nothing.
  const isSplit = expense.splits.length > 0;
  const summary = h("summary", {}, isSplit ? "Why split?" : `Why ${expense.category}?`);
  const details = h("details", { class: "why" }, summary, place);
  details.addEventListener("toggle", async () => {
    if (!details.open) {
      return;
    }
    show(place, h("p", { class: "quiet" }, "Asking the rules…"));
    try {
      show(place, ...shownRules(await get(`/expenses/${expense.id}/explanation`), isSplit));
    } catch (failure) {
      show(place, problem(failure.message));
    }
  });
  return details;
}
