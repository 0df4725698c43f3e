// One row of the list of entries: what it was, a press that opens it, and one that deletes it.

import { call } from "./api.js";
import { byId, h } from "./dom.js";
import { isOvertaken, openEntry, removeEntry } from "./entry.js";
import { money } from "./format.js";
import { toast } from "./toast.js";
import { refreshPage } from "./written.js";

const shownPath = (path) => path.replaceAll(":", " › ");

const WHERE = {
  expenses: ({ splits, category }) =>
    shownPath(splits.length ? splits.map((part) => part.category).join(", ") : category),
  income: ({ pay, account }) => [pay?.source ? `pay of ${pay.source}` : "no pay", account].filter(Boolean).join(", "),
  transfers: ({ account, to_account: to }) => `${account ?? "elsewhere"} → ${to ?? "elsewhere"}`,
};

/** An entry's own tag is its version; of an income it is the ledger's, asked for now. */
async function tagOf(kind, entry) {
  if (kind !== "income") {
    return `"${entry.version}"`;
  }
  const { data, headers } = await call("GET", `/${kind}/${entry.id}`);
  return data.version === entry.version ? headers.get("ETag") : `"${entry.version}"`;
}

async function remove(kind, entry) {
  byId("expenses-title").focus({ preventScroll: true });
  try {
    await removeEntry(kind, entry, await tagOf(kind, entry));
  } catch (failure) {
    if (!isOvertaken(failure)) {
      throw failure;
    }
    await refreshPage();
    toast(
      failure.status === 404
        ? `“${entry.title}” was deleted already`
        : `“${entry.title}” was changed elsewhere, so it was not deleted. See what it is now.`,
    );
  }
}

/** Returns what the focus goes back to when the row has been drawn again. */
function backTo(id) {
  return () => document.querySelector(`.expense[data-id="${id}"] .open`) ?? byId("expenses-title");
}

/** Returns the row. */
export function entryRow({ entry, kind, pays }) {
  const words = `${entry.title}, ${money(entry.amount)}`;
  const button = h(
    "button",
    { type: "button", class: "plain", "data-control": "delete", "aria-label": `Delete ${words}` },
    "✕",
  );
  button.addEventListener("click", () => {
    button.disabled = true;
    remove(kind, entry).catch((failure) => {
      button.disabled = false;
      toast(failure.message);
    });
  });
  const open = h(
    "button",
    { type: "button", class: "open", "data-control": "open", "aria-haspopup": "dialog" },
    h("span", { class: "title" }, entry.title),
    h("span", { class: "quiet" }, WHERE[kind](entry), kind === "expenses" && pays ? `, pays the bill ${pays}` : ""),
  );
  open.addEventListener("click", () => openEntry(kind, entry.id, backTo(entry.id)));
  return h(
    "li",
    { class: "expense", "data-id": entry.id },
    open,
    h("span", { class: entry.amount < 0 || kind === "income" ? "amount credit" : "amount" }, money(entry.amount)),
    button,
  );
}
