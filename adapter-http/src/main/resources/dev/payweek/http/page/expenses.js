// The expenses, newest first, a page at a time.

import { call, page, undo } from "./api.js";
import { byId, h, show } from "./dom.js";
import { count, dayHeading, money } from "./format.js";
import { toast } from "./toast.js";

const PAGE = 50;
const PATIENCE_MS = 250;

let today;
let onChange = async () => {};
let held = { items: [], total: 0, next: null };
let asked = 0;

/** Deletes at once and offers the way back, instead of asking beforehand. */
async function remove(expense) {
  const deleted = await call("DELETE", `/expenses/${expense.id}`);
  const version = deleted.headers.get("Ledger-Version");
  byId("expenses-title").focus({ preventScroll: true });
  await onChange();
  toast(`Deleted “${expense.title}”, ${money(expense.amount)}`, async () => {
    await undo(version);
    await onChange();
    toast(`“${expense.title}” is back`);
  });
}

function item(expense) {
  const button = h(
    "button",
    { type: "button", class: "plain", "aria-label": `Delete ${expense.title}, ${money(expense.amount)}` },
    "✕",
  );
  button.addEventListener("click", () => {
    button.disabled = true;
    remove(expense).catch((failure) => {
      button.disabled = false;
      toast(failure.message);
    });
  });
  const where = expense.splits.length
    ? expense.splits.map((part) => part.category).join(", ")
    : expense.category;
  return h(
    "li",
    { class: "expense", "data-id": expense.id },
    h(
      "span",
      { class: "what" },
      h("span", { class: "title" }, expense.title),
      h("span", { class: "quiet" }, where.replaceAll(":", " › ")),
    ),
    h("span", { class: expense.amount < 0 ? "amount credit" : "amount" }, money(expense.amount)),
    button,
  );
}

function days(items) {
  const byDay = new Map();
  for (const expense of items) {
    byDay.set(expense.date, [...(byDay.get(expense.date) || []), expense]);
  }
  return [...byDay].map(([date, expenses]) => [
    h("h3", { class: "day" }, h("time", { datetime: date }, dayHeading(date, today))),
    h("ul", { class: "expenses" }, expenses.map(item)),
  ]);
}

function render() {
  const { items, total, next } = held;
  show(
    byId("expenses"),
    items.length
      ? days(items).flat()
      : h(
          "p",
          { class: "quiet" },
          byId("find").value
            ? "Nothing matches."
            : "No expenses yet. The first one goes into the form above.",
        ),
    h(
      "p",
      { class: "more" },
      next ? h("button", { type: "button", onclick: more }, "Show more") : null,
      items.length ? h("span", { class: "quiet" }, ` ${count(items.length)} of ${count(total)}`) : null,
    ),
  );
}

async function more(event) {
  event.target.disabled = true;
  try {
    const after = await page(held.next, {});
    held = { ...after, items: [...held.items, ...after.items], total: held.total };
    render();
  } catch (failure) {
    event.target.disabled = false;
    toast(failure.message);
  }
}

/** Loads as many as were shown before. An answer that a later question has overtaken is dropped. */
export async function loadExpenses() {
  const question = ++asked;
  const limit = Math.min(1000, Math.max(PAGE, held.items.length));
  const found = await page("/expenses", { limit, total: true, q: byId("find").value.trim() });
  if (question === asked) {
    held = found;
    render();
  }
}

/** Sets the day that is today in the ledger. */
export function expensesSeenFrom(day) {
  today = day;
}

/** Begins to listen; what is given runs after each change. */
export function startExpenses(changed) {
  onChange = changed;
  let timer;
  byId("find").addEventListener("input", () => {
    clearTimeout(timer);
    held = { items: [], total: 0, next: null };
    timer = setTimeout(() => loadExpenses().catch((failure) => toast(failure.message)), PATIENCE_MS);
  });
}
