// Where an expense may belong: what the rules say first, then what the person's own history says.

import { get } from "./api.js";
import { h } from "./dom.js";

async function byRules({ id }) {
  const { winner } = await get(`/expenses/${id}/explanation`);
  if (winner === undefined) {
    return null;
  }
  const { name, then } = await get(`/rules/${winner}`);
  return then.category ? { category: then.category, reason: `the rule “${name}”` } : null;
}

async function byHistory({ id }) {
  const { suggestion } = await get(`/expenses/${id}/suggestion`);
  return suggestion ? { category: suggestion.category, reason: suggestion.reason } : null;
}

/** Returns buttons that choose a category, or null: without them, or without an answer, one can still type. */
export async function suggestions(expense, choose) {
  const answers = await Promise.allSettled([byRules(expense), byHistory(expense)]);
  const found = answers.map(({ value }) => value).filter(Boolean);
  const fresh = found.filter(
    ({ category }, index) =>
      category !== expense.category && found.findIndex((one) => one.category === category) === index,
  );
  return fresh.length
    ? h(
        "ul",
        { class: "suggested", "aria-label": "Suggested categories" },
        fresh.map(({ category, reason }) =>
          h(
            "li",
            {},
            h("button", { type: "button", onclick: () => choose(category) }, category),
            h("span", { class: "quiet" }, ` ${reason}`),
          ),
        ),
      )
    : null;
}
