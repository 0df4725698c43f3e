// Expenses, income or transfers, the newest first, a page at a time. Each row opens.

import { page } from "./api.js";
import { byId, h, show } from "./dom.js";
import { entryRow } from "./entry-row.js";
import { filters, startFilters } from "./filters.js";
import { count, dayHeading, shortDay } from "./format.js";
import { patch } from "./patch.js";
import { say, toast } from "./toast.js";

const PAGE = 50;
const PATIENCE_MS = 250;
const NONE = {
  expenses: "No expenses yet. The first one goes into the form above.",
  income: "No income yet. Pay and plan is where it is recorded.",
  transfers: "No transfers yet. They come with a bank's file, or by a rule.",
};

let today;
let seen;
let held = { items: [], total: 0, next: null };
let asked = 0;

const kind = () => byId("entries-of").value;

function days(items) {
  const byDay = new Map();
  for (const entry of items) {
    byDay.set(entry.date, [...(byDay.get(entry.date) || []), entry]);
  }
  return [...byDay].map(([date, entries]) => ({ date, heading: dayHeading(date, today), entries }));
}

/** The list has more days than the answer; where the days of the answer begin and end is said in between. */
function stretchOf(date) {
  const { as_of: on, period } = seen;
  const which = on === today ? "this" : "that";
  if (date >= period.end) {
    return `After ${which} pay period`;
  }
  if (date > on) {
    return on === today ? "Still to come in this pay period" : `After ${shortDay(on)}, in that pay period`;
  }
  return date < period.start ? `Before ${which} pay period` : within();
}

const within = () =>
  `${seen.as_of === today ? "This" : "That"} pay period, since ${shortDay(seen.period.start)}`;

/** Nothing is said above the list where it begins with the days of the answer. */
function borders(days) {
  return days.map(({ date }, index) => {
    const stretch = stretchOf(date);
    return stretch === (index ? stretchOf(days[index - 1].date) : within()) ? "" : stretch;
  });
}

function dayPart({ date }) {
  return h(
    "section",
    { class: "one-day" },
    h("p", { class: "border" }),
    h("h3", { class: "day" }, h("time", { datetime: date })),
    h("ul", { class: "expenses" }),
  );
}

/** A day stays the same element whatever is in it, so that its rows do. */
function showDays(place, items) {
  const found = days(items);
  patch(
    place,
    found.map(({ date }) => ({ date })),
    ({ date }) => date,
    dayPart,
  );
  const said = borders(found);
  const payers = new Map(seen.bills.filter(({ entry }) => entry).map(({ entry, bill }) => [entry, bill]));
  found.forEach(({ heading, entries }, index) => {
    const part = place.children[index];
    part.querySelector(".border").textContent = said[index];
    part.querySelector("time").textContent = heading;
    patch(
      part.querySelector("ul"),
      entries.map((entry) => ({ entry, kind: kind(), pays: payers.get(entry.id) })),
      ({ entry }) => entry.id,
      entryRow,
    );
  });
}

function emptyWords() {
  const asksAll = [byId("find").value.trim(), ...Object.values(filters(kind()))].every((text) => text === "");
  return asksAll ? NONE[kind()] : "Nothing matches.";
}

function render() {
  const { items, total, next } = held;
  const place = byId("expenses");
  if (!place.querySelector(".days")) {
    show(place, h("div", { class: "days" }), h("div", { class: "rest" }));
  }
  showDays(place.querySelector(".days"), items);
  show(
    place.querySelector(".rest"),
    items.length ? null : h("p", { class: "quiet" }, emptyWords()),
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
  const question = asked;
  try {
    const after = await page(held.next, {});
    if (question === asked) {
      held = { ...after, items: [...held.items, ...after.items], total: held.total };
      render();
    }
  } catch (failure) {
    event.target.disabled = false;
    toast(failure.message);
  }
}

/** Loads as many as were shown before. An answer that a later question has overtaken is dropped. */
export async function loadEntries() {
  const question = ++asked;
  const limit = Math.min(1000, Math.max(PAGE, held.items.length));
  const found = await page(`/${kind()}`, { limit, total: true, q: byId("find").value.trim(), ...filters(kind()) });
  if (question === asked) {
    held = found;
    render();
  }
}

/** Sets the day that is today in the ledger, and the answer above the list. */
export function entriesSeenFrom(day, budget) {
  today = day;
  seen = budget;
}

/** Whoever asks hears how many there are, not all of them. */
async function ask() {
  held = { items: [], total: 0, next: null };
  try {
    await loadEntries();
    say(held.total ? `${count(held.total)} ${held.total === 1 ? "entry" : "entries"}` : emptyWords());
  } catch (failure) {
    toast(failure.message);
  }
}

/** Begins to listen. */
export function startEntries() {
  let timer;
  byId("find").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PATIENCE_MS);
  });
  byId("entries-of").addEventListener("change", ask);
  startFilters(ask);
}
