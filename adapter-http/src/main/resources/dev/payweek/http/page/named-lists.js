// Categories and accounts: seen, renamed, merged, put out of use, removed.

import { get } from "./api.js";
import { field } from "./form.js";
import { fullDay, money } from "./format.js";
import { act, thingRow } from "./thing-row.js";

const idOf = (kind, name) => `${kind}-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;

function required(text, message) {
  if (!text.trim()) {
    throw new Error(message);
  }
  return text.trim();
}

function categoryRow({ category, discretionary, archived }) {
  const path = `/categories/${encodeURIComponent(category)}`;
  const moved = (how, words) => async ({ to }) =>
    act(`${words} ${to.trim()}`, "POST", `${path}/${how}`, { body: { to: required(to, "Type the category's name.") } });
  const target = (how, label, value) => () => [
    field(`${idOf("category", category)}-${how}`, label, { name: "to", maxlength: 200, value }),
  ];
  const set = (message, body) => () => act(message, "PUT", path, { body });
  return thingRow({
    title: category,
    words: [discretionary ? "discretionary" : "not discretionary", archived ? "archived: takes nothing new" : ""]
      .filter(Boolean)
      .join(", "),
    actions: {
      rename: {
        label: "Rename",
        fields: target("rename", "New name", category),
        send: moved("move", `${category} is now`),
      },
      merge: {
        label: "Merge",
        fields: target("merge", "Merge all of it into", ""),
        send: moved("merge", `Merged ${category} into`),
      },
      discretionary: {
        label: discretionary ? "Not discretionary" : "Discretionary",
        run: set(`${category} is ${discretionary ? "not " : ""}discretionary`, { discretionary: !discretionary }),
      },
      archive: {
        label: archived ? "Use again" : "Archive",
        run: set(`${category} is ${archived ? "in use again" : "archived"}`, { archived: !archived }),
      },
      remove: { label: "Remove", run: () => act(`Removed the category ${category}`, "DELETE", path) },
    },
  });
}

/** The list of categories. */
export const CATEGORIES = {
  id: "categories-list",
  title: "Categories",
  none: "No categories.",
  load: () => get("/categories"),
  keyOf: ({ category }) => category,
  row: categoryRow,
  adding: {
    label: "Add a category",
    fields: () => [field("category-new-name", "Name, like Fun:Coffee", { name: "name", maxlength: 200 })],
    send: async ({ name }) => {
      const path = `/categories/${encodeURIComponent(required(name, "Type the category's name."))}`;
      return act(`Added the category ${name.trim()}`, "PUT", path, { body: {} });
    },
  },
};

function balanceWords({ day, bank, ledger, reconciled_until: until, parting }) {
  const agreed = until ? `agreed until ${fullDay(until)}` : "";
  const apart = parting ? `apart since ${fullDay(parting.day)}` : "";
  const both = `on ${fullDay(day)} ${money(bank)} by the bank, ${money(ledger)} by the ledger`;
  return [both, agreed, apart].filter(Boolean).join(", ");
}

function accountRow({ account, closed, balance }) {
  const path = `/accounts/${encodeURIComponent(account)}`;
  return thingRow({
    title: account,
    words: [closed ? "closed" : "open", balance ? balanceWords(balance) : ""].filter(Boolean).join(", "),
    actions: {
      close: {
        label: closed ? "Reopen" : "Close",
        run: () => act(`${account} is ${closed ? "open again" : "closed"}`, "PUT", path, { body: { closed: !closed } }),
      },
      remove: { label: "Remove", run: () => act(`Removed the account ${account}`, "DELETE", path) },
    },
  });
}

/** The list of accounts. */
export const ACCOUNTS = {
  id: "accounts",
  title: "Accounts",
  none: "No accounts yet. They come with the entries that name them.",
  load: () => get("/accounts"),
  keyOf: ({ account }) => account,
  row: accountRow,
  adding: {
    label: "Add an account",
    fields: () => [field("account-new-name", "Name", { name: "name", maxlength: 80 })],
    send: async ({ name }) => {
      const path = `/accounts/${encodeURIComponent(required(name, "Type the account's name."))}`;
      return act(`Added the account ${name.trim()}`, "PUT", path, { body: {} });
    },
  },
};
