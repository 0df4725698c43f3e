// Where what is left comes from, in one line: paid − committed − spent = left. Each term opens what it is made of.

import { byId, h, show } from "./dom.js";
import { isNothing, money, shortDay } from "./format.js";
import { keep } from "./patch.js";

let open = "";

const sum = (rows) => rows.reduce((total, { counts }) => total + counts, 0);

const PAY = {
  received: { sign: "✓", words: ({ date }) => `received ${shortDay(date)}` },
  planned: { sign: "○", words: ({ date }) => `entered for ${shortDay(date)}` },
  expected: { sign: "○", words: ({ payday }) => `expected ${shortDay(payday)}` },
  missing: { sign: "▲", words: ({ payday }) => `missing since ${shortDay(payday)}` },
};

function payRow(pay) {
  const { sign, words } = PAY[pay.state];
  return { sign, title: pay.source, words: words(pay), counts: pay.amount, state: pay.state };
}

/** What is in the sum and in none of the rows, as one more row, so that the rows always make the sum. */
function rest(whole, rows, row) {
  const counts = whole - sum(rows);
  return isNothing(counts) ? [] : [{ ...row, counts }];
}

function incomeRows({ pay, period }) {
  const rows = pay.map(payRow);
  const other = { sign: "✓", title: "Other income", words: "no pay", state: "other" };
  return [...rows, ...rest(period.income, rows, other)];
}

const BILL = {
  paid: { sign: "✓", words: ({ due }) => `paid, due ${shortDay(due)}` },
  planned: { sign: "○", words: ({ due }) => `payment entered, due ${shortDay(due)}` },
  due: { sign: "○", words: ({ due }) => `due ${shortDay(due)}` },
  late: { sign: "▲", words: ({ due }) => `late, due ${shortDay(due)}` },
  skipped: { sign: "–", words: ({ due, amount }) => `${money(amount)} skipped, due ${shortDay(due)}` },
};

function billRow(bill) {
  const { sign, words } = BILL[bill.state];
  const counts = bill.state === "skipped" ? 0 : bill.amount;
  return { sign, title: bill.bill, words: words(bill), counts, state: bill.state };
}

function setAsideRow(one) {
  const words = [
    `${money(one.left)} left of ${money(one.amount)}`,
    isNothing(one.used) ? "" : `${money(one.used)} used`,
    isNothing(one.due) ? "" : `${money(one.due)} held for bills`,
    isNothing(one.pot) ? "" : `pot ${money(one.pot)}`,
    isNothing(one.from_pot) ? "" : `${money(one.from_pot)} of it needed`,
  ];
  return {
    sign: one.left > 0 ? "○" : "✓",
    title: one.set_aside,
    words: words.filter(Boolean).join(", "),
    counts: one.left - one.from_pot,
    state: one.left > 0 ? "due" : "used",
  };
}

function committedRows({ bills, set_asides, period }) {
  const rows = [...bills.map(billRow), ...set_asides.map(setAsideRow)];
  const other = { sign: "✓", title: "Other committed money", words: "set aside and used, or not discretionary" };
  return [...rows, ...rest(period.committed, rows, { ...other, state: "other" })];
}

function spentRows({ categories, period }) {
  const rows = categories
    .filter((line) => !isNothing(line.period.spent))
    .map((line) => ({ sign: "·", title: line.category, words: "", counts: line.period.spent, state: "spent" }));
  const committed = { sign: "−", title: "Less what is committed", words: "bills, set-asides, not discretionary" };
  return [...rows, ...rest(period.spent, rows, { ...committed, state: "other" })];
}

/** Money that is only expected is not said to be paid. */
function incomeWord({ pay, period }) {
  const open = pay.filter(({ state }) => state !== "received");
  if (!open.length) {
    return "paid";
  }
  return isNothing(period.income - open.reduce((total, { amount }) => total + amount, 0))
    ? "expected"
    : "paid or expected";
}

function terms(budget) {
  const { period } = budget;
  const all = [
    { key: "carried", operator: "+", word: "carried in", amount: period.carried_in, optional: true },
    { key: "income", operator: "+", word: incomeWord(budget), amount: period.income, rows: incomeRows },
    { key: "committed", operator: "−", word: "committed", amount: period.committed, rows: committedRows },
    { key: "spent", operator: "−", word: "spent", amount: period.spent, rows: spentRows },
    { key: "upcoming", operator: "−", word: "planned", amount: period.upcoming, optional: true },
  ];
  return all.filter(({ optional, amount }) => !optional || !isNothing(amount));
}

/** What a term without rows is. */
const ABOUT = {
  carried: "What the pay period before left over or overdrew, as far as this ledger carries it.",
  upcoming: "Expenses entered for days of this pay period still to come, without those that are committed.",
};

function item({ sign, title, words, counts, state }) {
  return h(
    "li",
    { class: `part ${state}`, "data-state": state },
    h(
      "span",
      { class: "what" },
      h("span", { class: "title" }, title),
      h("span", { class: "words" }, h("span", { "aria-hidden": "true" }, sign), words ? ` ${words}` : ""),
    ),
    h("span", { class: "amount" }, money(counts)),
  );
}

function madeOf(budget, all) {
  const term = all.find(({ key }) => key === open);
  const rows = term?.rows?.(budget) ?? [];
  const nothing = h("p", { class: "quiet" }, ABOUT[open] ?? "Nothing in this pay period.");
  show(byId("made-of"), term ? (rows.length ? h("ul", { class: "parts" }, rows.map(item)) : nothing) : null);
}

/** Returns what stands in a term; a negative one in brackets, so that two signs never meet. */
function inWords({ operator, word, amount }, first) {
  const figure = amount < 0 && !first ? `(${money(amount)})` : money(amount);
  return [first ? "" : h("span", { class: "operator" }, `${operator} `), h("strong", {}, figure), ` ${word}`];
}

function termItem(budget, all, index) {
  const term = all[index];
  const press = () => {
    open = open === term.key ? "" : term.key;
    showEquation(budget);
  };
  const fill = (button) => {
    show(button, inWords(term, index === 0));
    button.ariaExpanded = String(open === term.key);
    button.onclick = press;
    return button;
  };
  const attributes = { type: "button", class: "term", "data-term": term.key, "aria-controls": "made-of" };
  return {
    key: term.key,
    make: () => h("li", {}, fill(h("button", attributes))),
    update: (place) => fill(place.firstElementChild),
  };
}

function leftItem({ left }) {
  const fill = (place) => {
    show(place, h("span", { class: "operator" }, "= "), h("strong", { id: "equation-left" }, money(left)), " left");
    return place;
  };
  return { key: "left", make: () => fill(h("li", { class: "term result" })), update: fill };
}

/** Shows the equation, unless nothing is known of any income, and what its open term is made of. */
export function showEquation(budget) {
  const known = budget.verdict.state !== "unknown";
  const all = known ? terms(budget) : [];
  const items = all.map((_, index) => termItem(budget, all, index));
  keep(byId("equation"), known ? [...items, leftItem(budget.period)] : []);
  madeOf(budget, all);
}
