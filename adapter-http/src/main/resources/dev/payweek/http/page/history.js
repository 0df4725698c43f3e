// The weeks or pay periods that have ended: what there was to spend, what was spent, what was left.

import { get } from "./api.js";
import { byId, h, show, withShare } from "./dom.js";
import { money, plusDays, shortDay } from "./format.js";
import { toast } from "./toast.js";

const ROWS = 12;

let asked = 0;

/** Without income and without anything to spend, nothing can be said of what was left. */
const isKnown = (available, row) => available !== 0 || (row.income ?? 0) !== 0;

function figures(row) {
  const available = row.allowance ?? row.discretionary;
  const known = isKnown(available, row);
  const over = known && row.left < 0;
  const track = h(
    "span",
    { class: over ? "track slim over" : "track slim", "aria-hidden": "true" },
    h("span", { class: "spent" }),
  );
  return [
    h(
      "span",
      { class: "figures" },
      h("strong", {}, money(row.spent)),
      known ? ` of ${money(available)}` : " spent",
      known && row.carried_in ? `, ${money(row.carried_in)} of it carried in` : "",
    ),
    known ? withShare(track, available > 0 ? row.spent / available : row.spent > 0 ? 1 : 0) : null,
    known
      ? h(
          "span",
          { class: over ? "status over" : "status" },
          over ? `▲ over by ${money(-row.left)}` : `${money(row.left)} left`,
        )
      : null,
  ];
}

function item(row) {
  const last = plusDays(row.end, -1);
  return h(
    "li",
    { class: "line" },
    h(
      "span",
      { class: "name" },
      h("time", { datetime: row.start }, shortDay(row.start)),
      " – ",
      h("time", { datetime: last }, shortDay(last)),
    ),
    figures(row),
  );
}

/** Loads and shows it, the newest first. An answer that a later question has overtaken is dropped. */
export async function loadHistory() {
  const question = ++asked;
  const rows = await get("/budget/history", { of: byId("history-of").value, periods: ROWS });
  if (question !== asked) {
    return;
  }
  show(
    byId("history"),
    rows.length
      ? h("ul", { class: "history" }, [...rows].reverse().map(item))
      : h("p", { class: "quiet" }, "None has ended yet."),
  );
}

/** Begins to listen. */
export function startHistory() {
  byId("history-of").addEventListener("change", () => loadHistory().catch((failure) => toast(failure.message)));
}
