// After a move: the rule that would do the same for its like, with what it would move before it does.

import { call } from "./api.js";
import { h, show } from "./dom.js";
import { count, fullDay, money } from "./format.js";
import { actionWords, conditionWords } from "./condition.js";
import { problem } from "./sheet.js";
import { versionIn, written } from "./written.js";

/** What comes into the rule's category; a rule that splits has several, and then the expenses alone are said. */
function moneyMoved({ by_category: flows }, { category }) {
  const flow = flows.find((one) => one.category === category);
  return flow ? `, ${money(flow.change)}` : "";
}

/** Returns how many would move, and how much money: 14, $61.20. */
export const movedWords = (diff, then) => `${count(diff.moved)}${moneyMoved(diff, then)}`;

function question(rule, diff) {
  const number = diff.moved
    ? `${count(diff.moved)} more${moneyMoved(diff, rule.then)}`
    : "None of those here would move";
  return `Always for ${rule.name}? ${number}.`;
}

/** Returns what would move, one by one, and what stays. */
export function moves({ moves: all, moved, kept }) {
  const left = moved - all.length;
  return [
    all.length
      ? h(
          "details",
          {},
          h("summary", {}, "Which ones"),
          h(
            "ul",
            { class: "moves" },
            all.map((one) =>
              h("li", {}, `${fullDay(one.date)}: ${one.title}, ${money(one.amount)}, from ${one.from}`),
            ),
          ),
          left > 0 ? h("p", { class: "quiet" }, `and ${count(left)} more`) : null,
        )
      : null,
    kept ? h("p", { class: "quiet" }, `${count(kept)} chosen by hand stay where they are.`) : null,
  ];
}

/**
 * Shows the offer in a place.
 *
 * @param rule the rule that the API suggests
 * @param close what closes the dialog around it
 */
export async function offerRule(place, rule, close) {
  const diff = (await call("POST", "/rules/dry-run", { body: { rule } })).data;
  const trouble = h("div", {});
  const always = h("button", { type: "button", class: "main" }, diff.moved ? "Always" : "Always from now on");
  always.addEventListener("click", async () => {
    always.disabled = true;
    show(trouble);
    try {
      const { data, headers } = await call("POST", "/rules/apply", { body: { rule } });
      close();
      await written(`Rule “${rule.name}” made; ${count(data.moved)} moved`, [versionIn(headers)]);
    } catch (failure) {
      always.disabled = false;
      show(trouble, problem(failure.message));
    }
  });
  show(
    place,
    h(
      "section",
      { class: "always" },
      h("h3", { tabindex: -1 }, question(rule, diff)),
      h("p", {}, `Every expense whose ${conditionWords(rule.when)} ${actionWords(rule.then)}.`),
      ...moves(diff),
      trouble,
      h(
        "p",
        { class: "buttons" },
        always,
        h("button", { type: "button", onclick: close }, "Just this one"),
      ),
    ),
  );
  place.querySelector("h3").focus();
}
