// Expenses added up: how many, how much, and on what, as a pie and as a table that says the same.

import { byId, h, show, svg } from "./dom.js";
import { count, fullDay, isNothing, money, percents, shortDay } from "./format.js";

const SLICES = 7;

const sumOf = (lines, name) => lines.reduce((sum, line) => sum + line[name], 0);

/** What is in a category itself, not in those below it, in a stretch of the report. */
function own(line, name) {
  const here = line[name];
  const paid = here.spent - sumOf(line.children.map((child) => child[name]), "spent");
  const committed = here.committed - sumOf(line.children.map((child) => child[name]), "committed");
  return [
    { category: line.category, amount: paid - committed, committed: false },
    { category: line.category, amount: committed, committed: true },
    ...line.children.flatMap((child) => own(child, name)),
  ];
}

/** Of week and pay period the report says what is committed of each category; of other days nothing does. */
export function partsOf({ categories }, span) {
  return span === "week" || span === "period" ? categories.flatMap((line) => own(line, span)) : null;
}

/** Small categories become one, so that the pie stays readable; the table has them all. */
function slices(lines) {
  const held = sumOf(lines.filter((line) => line.committed && line.amount > 0), "amount");
  const spent = spentSlices(lines.filter((line) => !line.committed && line.amount > 0));
  return held > 0 ? [...spent, { category: "Committed", amount: held, committed: true }] : spent;
}

function spentSlices(positive) {
  const kept = positive.slice(0, positive.length > SLICES + 1 ? SLICES : SLICES + 1);
  const rest = positive.slice(kept.length).reduce((sum, line) => sum + line.amount, 0);
  return rest > 0 ? [...kept, { category: "All others", amount: rest }] : kept;
}

/** Each slice is a circle of which only a stretch of the line is drawn; a path length of 100 makes it percent. */
function pie(lines) {
  const parts = slices(lines);
  const whole = parts.reduce((sum, part) => sum + part.amount, 0);
  let before = 0;
  const circles = parts.map((part, index) => {
    const share = (part.amount / whole) * 100;
    const gap = parts.length > 1 ? Math.min(0.6, share / 2) : 0;
    const circle = svg(
      "circle",
      {
        class: part.committed ? "slice committed" : `slice s${index}`,
        cx: 50,
        cy: 50,
        r: 34,
        pathLength: 100,
        "stroke-dasharray": `${share - gap} 100`,
        "stroke-dashoffset": -before,
      },
      svg("title", {}, `${part.category}: ${money(part.amount)}`),
    );
    before += share;
    return circle;
  });
  return svg(
    "svg",
    {
      class: "pie",
      viewBox: "0 0 100 100",
      role: "img",
      "aria-label": "Pie chart of spending by category; the table beside it has the figures",
    },
    circles,
  );
}

function named({ category, committed }) {
  const [group, ...inner] = category.split(":");
  const about = [inner.length ? group : "", committed ? "committed" : ""].filter(Boolean);
  const name = inner.length ? inner.join(" › ") : group;
  return about.length ? [name, h("span", { class: "quiet" }, about.join(", "))] : [name];
}

function legend(lines) {
  const positive = lines.filter((line) => line.amount > 0);
  const spent = positive.filter((line) => !line.committed);
  const marked = spentSlices(spent).length;
  const whole = sumOf(positive, "amount");
  const shares = percents(positive.map(({ amount }) => amount / whole));
  const swatch = (line) => {
    const place = spent.indexOf(line);
    return line.committed ? "committed" : place < 0 ? "none" : `s${Math.min(place, marked - 1)}`;
  };
  return h(
    "table",
    { class: "legend" },
    h("caption", { class: "hidden" }, "Spending by category"),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ["Category", "Amount", "Share"].map((name) => h("th", { scope: "col" }, name)),
      ),
    ),
    h(
      "tbody",
      {},
      lines.map((line) =>
        h(
          "tr",
          {},
          h(
            "th",
            { scope: "row" },
            h("span", { class: `swatch ${swatch(line)}`, "aria-hidden": "true" }),
            ...named(line),
          ),
          h("td", {}, money(line.amount)),
          h("td", {}, line.amount > 0 ? shares[positive.indexOf(line)] : "credit"),
        ),
      ),
    ),
  );
}

/** What is committed is not what the verdict calls spent. */
function committedApart(parts) {
  if (!parts) {
    return h("p", { class: "quiet" }, "Bills and what else is committed among them.");
  }
  const committed = sumOf(parts.filter((part) => part.committed), "amount");
  const spent = sumOf(parts.filter((part) => !part.committed), "amount");
  return isNothing(committed)
    ? null
    : h("p", { class: "quiet" }, `${money(spent)} of it spent, ${money(committed)} committed`);
}

function daysWords({ from, to }) {
  if (!from) {
    return "All days, those still to come among them";
  }
  const start = from.slice(0, 4) === to.slice(0, 4) ? shortDay(from) : fullDay(from);
  return from === to ? fullDay(to) : `${start} to ${fullDay(to)}`;
}

/**
 * Shows what was paid in some days, what is committed of it apart where that is known.
 *
 * @param span the days, {from, to}, both inclusive; none for all
 * @param parts what the report says of these days, {category, amount, committed} each; null where it says nothing
 */
export function showSummary(summary, span, parts) {
  const lines = (parts ?? summary.by_category)
    .filter((line) => !isNothing(line.amount))
    .sort((one, other) => Boolean(one.committed) - Boolean(other.committed) || other.amount - one.amount);
  const words = summary.total_count === 1 ? "expense" : "expenses";
  const total = h(
    "p",
    { class: "total" },
    h("strong", { id: "total-amount" }, money(summary.total_amount)),
    " in ",
    h("span", { id: "total-count" }, count(summary.total_count)),
    ` ${words}`,
  );
  show(
    byId("summary"),
    total,
    h("p", { class: "quiet", id: "summary-days" }, daysWords(span)),
    lines.length ? committedApart(parts) : null,
    lines.length
      ? h(
          "div",
          { class: "breakdown" },
          lines.some((line) => line.amount > 0) ? pie(lines) : null,
          legend(lines),
        )
      : h("p", { class: "quiet" }, "Nothing was spent in these days."),
  );
}
