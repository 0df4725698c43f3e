// Where what is left comes from: carried in + income − paid out − planned − still due, and the pay, bills and
// set-asides behind it.

import { byId, h, show } from "./dom.js";
import { money, shortDay } from "./format.js";

/** A negative term stands in brackets, so that two signs never meet. */
function term(operator, name, amount, id) {
  return h(
    "div",
    { class: operator === "=" ? "term result" : "term" },
    h("dt", {}, name),
    h(
      "dd",
      { id },
      operator ? h("span", { class: "operator" }, `${operator} `) : null,
      operator && operator !== "=" && amount < 0 ? `(${money(amount)})` : money(amount),
    ),
  );
}

function terms(period) {
  return h(
    "dl",
    { class: "equation" },
    term("", "Carried in", period.carried_in),
    term("+", "Income", period.income),
    term("−", "Paid out", period.paid_out),
    term("−", "Planned", period.planned),
    term("−", "Still due", period.still_due),
    term("=", "Left", period.left, "equation-left"),
  );
}

function row({ sign, title, words, amount, state }) {
  return h(
    "li",
    { class: `part ${state}`, "data-state": state },
    h(
      "span",
      { class: "what" },
      h("span", { class: "title" }, title),
      h("span", { class: "words" }, h("span", { "aria-hidden": "true" }, sign), ` ${words}`),
    ),
    h("span", { class: "amount" }, amount),
  );
}

const PAY = {
  received: { sign: "✓", words: ({ date }) => `received ${shortDay(date)}` },
  planned: { sign: "○", words: ({ date }) => `entered for ${shortDay(date)}` },
  expected: { sign: "○", words: ({ payday }) => `expected ${shortDay(payday)}` },
  missing: { sign: "▲", words: ({ payday }) => `missing since ${shortDay(payday)}` },
};

function payRow(pay) {
  const { sign, words } = PAY[pay.state];
  return row({ sign, title: pay.source, words: words(pay), amount: money(pay.amount), state: pay.state });
}

/** What came without being anybody's pay is income too. Sums of binary fractions are rounded away here. */
function otherIncome({ pay, period }) {
  const other = period.income - pay.reduce((sum, { amount }) => sum + amount, 0);
  return Math.abs(other) < 0.0005
    ? null
    : row({ sign: "✓", title: "Other income", words: "no pay", amount: money(other), state: "other" });
}

const BILL = {
  paid: { sign: "✓", words: ({ due }) => `paid, due ${shortDay(due)}` },
  planned: { sign: "○", words: ({ due }) => `payment entered, due ${shortDay(due)}` },
  due: { sign: "○", words: ({ due }) => `due ${shortDay(due)}` },
  late: { sign: "▲", words: ({ due }) => `late, due ${shortDay(due)}` },
  skipped: { sign: "–", words: ({ due }) => `skipped, due ${shortDay(due)}` },
};

function billRow(bill) {
  const { sign, words } = BILL[bill.state];
  return row({ sign, title: bill.bill, words: words(bill), amount: money(bill.amount), state: bill.state });
}

function setAsideRow(one) {
  const words = [
    `${money(one.left)} left of ${money(one.amount)}`,
    one.used === 0 ? "" : `${money(one.used)} used`,
    one.due === 0 ? "" : `${money(one.due)} held for bills`,
    one.pot === 0 ? "" : `pot ${money(one.pot)}`,
    one.from_pot === 0 ? "" : `${money(one.from_pot)} of it needed`,
  ];
  return row({
    sign: one.left > 0 ? "○" : "✓",
    title: one.set_aside,
    words: words.filter(Boolean).join(", "),
    amount: money(one.left - one.from_pot),
    state: one.left > 0 ? "due" : "used",
  });
}

function list(title, hint, rows) {
  const known = rows.filter(Boolean);
  return known.length
    ? h(
        "section",
        { class: "parts" },
        h("h3", {}, title, h("span", { class: "quiet" }, ` ${hint}`)),
        h("ul", {}, known),
      )
    : null;
}

/** Shows the equation, unless nothing is known of any income, and what it is made of. */
export function showEquation(budget) {
  const parts = [
    list("Income", "of this pay period", [...budget.pay.map(payRow), otherIncome(budget)]),
    list("Bills", "those due or late are still due", budget.bills.map(billRow)),
    list("Set aside", "what is left is still due", budget.set_asides.map(setAsideRow)),
  ].filter(Boolean);
  show(
    byId("equation"),
    budget.verdict.state === "unknown" ? null : terms(budget.period),
    parts.length ? h("div", { class: "made-of" }, parts) : null,
  );
}
