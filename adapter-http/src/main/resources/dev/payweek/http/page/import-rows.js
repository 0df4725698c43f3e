// The rows of a bank's file before they are taken: each with what becomes of it, the category that can be changed, and
// beside a row that seems to be there already the entry it looks like.

import { get } from "./api.js";
import { h, show } from "./dom.js";
import { count, fullDay, money } from "./format.js";

const OUTCOMES = {
  inserted: "new",
  duplicate: "known already",
  needs_review: "new, please check",
  rejected: "not understood",
};
const PATHS = { expense: "expenses", income: "income", transfer: "transfers" };
const MOST_TWINS = 50;
const MOST_REMARKS = 5;

/** Returns the reports of a file, one for each of its accounts. */
export const parts = (report) => (report.accounts.length ? report.accounts : [report]);

/** Adds up a count over all accounts of a file. */
export function sum(report, name) {
  return parts(report).reduce((total, part) => total + part.counts[name], 0);
}

/** A file says in which currency it is; what it says is never shown in another. */
export const amountIn = (currency, amount) =>
  new Intl.NumberFormat(undefined, currency ? { style: "currency", currency } : {}).format(amount);

const keyOf = ({ account = "", row }) => `${account}\n${row}`;

const allRows = (report) =>
  parts(report).flatMap(({ rows, currency, account }) =>
    rows.map((one) => ({ ...one, currency, account })),
  );

/** What was decided of a file's rows before it is taken: other categories, and rows that are an entry made by hand. */
export class Decisions {
  categories = new Map();
  same = new Map();

  /** Returns them as the API takes them with the file. */
  of(report) {
    return allRows(report)
      .map((one) => {
        const { account, row } = one;
        return { account, row, category: this.categories.get(keyOf(one)), into: this.same.get(keyOf(one)) };
      })
      .filter(({ category, into }) => category !== undefined || into !== undefined);
  }
}

/** Returns what is said of the file besides its rows, each reason once: what was passed over, what is supposed. */
export function remarksOf({ skipped = [] }) {
  const lines = new Map(skipped.map(({ line, reason }) => [reason, line]).reverse());
  const all = [...lines].reverse();
  const shown = all.slice(0, MOST_REMARKS).map(([reason, line]) => h("li", {}, `Line ${line}: ${reason}`));
  const more = all.length - shown.length;
  const rest = more ? h("li", {}, `and ${count(more)} more`) : null;
  return all.length ? h("ul", { id: "import-remarks" }, shown, rest) : null;
}

const isNew = ({ outcome }) => outcome === "inserted" || outcome === "needs_review";

function categoryCell(one, decisions) {
  const { category = "", kind, title } = one;
  if (!isNew(one) || kind !== "expense") {
    return h("td", { class: "quiet" }, category);
  }
  const input = h("input", {
    value: category,
    maxlength: 200,
    list: "categories-known",
    autocomplete: "off",
    "aria-label": `Category of ${title}`,
  });
  input.addEventListener("change", () => {
    const typed = input.value.trim();
    typed && typed !== category
      ? decisions.categories.set(keyOf(one), typed)
      : decisions.categories.delete(keyOf(one));
  });
  return h("td", {}, input);
}

function line(one, decisions) {
  const { date, title, amount, outcome, reason, currency } = one;
  return h(
    "tr",
    { "data-outcome": outcome },
    h("td", {}, date ? fullDay(date) : ""),
    h("td", {}, title),
    h("td", {}, amount === undefined ? "" : amountIn(currency, amount)),
    categoryCell(one, decisions),
    h("td", {}, outcome === "rejected" || outcome === "needs_review" ? reason : OUTCOMES[outcome]),
  );
}

/** The entry that a row looks like stands below it, column by column, and it can be said that both are one. */
function twinLine(one, decisions) {
  const { kind, twin, outcome, title } = one;
  const box = h("input", { type: "checkbox", "aria-label": `${title} is the same as the entry below it` });
  box.addEventListener("change", () =>
    box.checked ? decisions.same.set(keyOf(one), twin) : decisions.same.delete(keyOf(one)),
  );
  const place = h("tr", { class: "twin", "data-outcome": outcome });
  get(`/${PATHS[kind]}/${twin}`).then(
    (there) =>
      show(place, [
        h("td", {}, fullDay(there.date)),
        h("td", {}, there.title, h("span", { class: "quiet" }, " is there already")),
        h("td", {}, money(kind === "expense" ? -there.amount : there.amount)),
        h("td", { class: "quiet" }, there.category ?? ""),
        h("td", {}, h("label", { class: "same" }, box, " the same: keep one")),
      ]),
    (failure) => show(place, h("td", { colspan: 5, class: "error" }, failure.message)),
  );
  return place;
}

/** The rows can be narrowed to one outcome, as long as there are several. */
function outcomeChoice(all, body) {
  const outcomes = Object.keys(OUTCOMES).filter((outcome) => all.some((one) => one.outcome === outcome));
  const choice = h(
    "select",
    { id: "import-outcome" },
    h("option", { value: "" }, "all rows"),
    outcomes.map((outcome) => h("option", { value: outcome }, OUTCOMES[outcome])),
  );
  choice.addEventListener("change", () => {
    for (const one of body.children) {
      one.hidden = choice.value !== "" && one.dataset.outcome !== choice.value;
    }
  });
  return outcomes.length > 1
    ? h("div", { class: "field" }, h("label", { for: "import-outcome" }, "Show"), choice)
    : null;
}

/** Returns the rows of a report; what is decided of them goes into the decisions. */
export function rowsOf(report, decisions) {
  const all = allRows(report);
  const omitted = parts(report).reduce((total, { rows_omitted: number = 0 }) => total + number, 0);
  if (all.length === 0) {
    return [];
  }
  const twins = new Set(all.filter(({ twin, kind }) => twin && PATHS[kind]).slice(0, MOST_TWINS));
  const lines = all.flatMap((one) =>
    twins.has(one) ? [line(one, decisions), twinLine(one, decisions)] : [line(one, decisions)],
  );
  const body = h("tbody", {}, lines);
  const names = ["Date", "What", "Amount", "Category", "What becomes of it"];
  const headings = names.map((name) => h("th", { scope: "col" }, name));
  return [
    outcomeChoice(all, body),
    h(
      "div",
      { class: "scroll tall", tabindex: 0, role: "region", "aria-label": "The rows of the file" },
      h(
        "table",
        { class: "rows" },
        h("caption", { class: "hidden" }, "The rows of the file"),
        h("thead", {}, h("tr", {}, headings)),
        body,
      ),
    ),
    omitted ? h("p", { class: "quiet" }, `and ${count(omitted)} more`) : null,
  ];
}
