// The answer: what is left, until when, and whether the pace is right.

import { byId, h, show, withShare } from "./dom.js";
import { longDay, money, percent, shortDay } from "./format.js";

function headline(budget, span) {
  const over = budget.remaining < 0;
  return h(
    "p",
    { class: over ? "headline over" : "headline" },
    h("strong", { id: "remaining" }, money(Math.abs(budget.remaining))),
    over ? " over, until " : " left until ",
    h("time", { datetime: span.end }, longDay(span.end)),
  );
}

function advice(budget, span) {
  const days = span.days_left === 1 ? "today, the last day" : `the ${span.days_left} days left`;
  if (budget.remaining < 0) {
    return h("p", {}, `Nothing more is planned for ${days}.`);
  }
  return h("p", {}, h("strong", {}, money(budget.safe_to_spend_per_day)), ` a day is safe for ${days}.`);
}

function pace(budget) {
  const ahead = budget.pace.ahead_by;
  const words =
    Math.abs(ahead) < 0.005
      ? "Exactly on pace"
      : ahead > 0
        ? `▲ ${money(ahead)} above an even pace`
        : `✓ ${money(-ahead)} below an even pace`;
  return h("span", { class: ahead > 0 ? "pace fast" : "pace" }, words);
}

/** The bar's length is what was spent; the mark is where an even pace would be by now. */
function bar(budget) {
  const whole = Math.max(budget.discretionary, budget.spent, 0.01);
  const spent = h("div", { class: "spent" });
  const mark = h("div", { class: "mark" });
  const track = h(
    "div",
    { class: budget.remaining < 0 ? "track over" : "track", "aria-hidden": "true" },
    spent,
    mark,
  );
  withShare(track, budget.spent / whole);
  withShare(track, budget.pace.expected_by_now / whole, "--mark");
  return track;
}

function fact(name, value, hint) {
  return h(
    "div",
    {},
    h("dt", {}, name),
    h("dd", {}, `${value} `, hint ? h("span", { class: "quiet" }, hint) : null),
  );
}

function facts(budget) {
  const pay = budget.pay_period.paycheck;
  return h(
    "dl",
    { class: "facts" },
    fact("Income", money(budget.income), pay.expected ? "expected" : `paid ${shortDay(pay.date)}`),
    fact("Set aside", money(budget.reserved)),
    fact("To spend", money(budget.discretionary)),
    fact("Spent", money(budget.spent), budget.discretionary > 0 ? percent(budget.share_spent) : ""),
    budget.upcoming > 0 ? fact("Still to come", money(budget.upcoming)) : null,
    fact("At this pace", money(budget.pace.projected), "by the end"),
  );
}

function firstSteps(onSettings) {
  return h(
    "div",
    { class: "notice" },
    h(
      "p",
      {},
      h("strong", {}, "Welcome. "),
      "Enter what you are paid and when, and see what is left to spend.",
    ),
    h("button", { type: "button", class: "main", onclick: onSettings }, "Set up pay"),
  );
}

/** Shows the report. */
export function showWeek(budget, onSettings) {
  const span = budget.view === "week" ? budget.week : budget.pay_period;
  const unpaid = budget.income === 0 && budget.discretionary === 0;
  show(
    byId("week"),
    unpaid ? firstSteps(onSettings) : null,
    unpaid
      ? h(
          "p",
          { class: "headline" },
          h("strong", { id: "remaining" }, money(budget.spent)),
          " spent since ",
          h("time", { datetime: span.start }, longDay(span.start)),
        )
      : [
          headline(budget, span),
          advice(budget, span),
          bar(budget),
          h("p", { class: "under" }, pace(budget), dates(span)),
          facts(budget),
        ],
  );
}

function dates(span) {
  return h(
    "span",
    { class: "quiet" },
    `Day ${span.days - span.days_left + 1} of ${span.days}, since ${shortDay(span.start)}`,
  );
}
