// Expenses added up: how many, how much, and on what, as a pie and as a table that says the same.

import { byId, h, show, svg } from "./dom.js";
import { count, money, percents, smallestUnit } from "./format.js";

const SLICES = 7;

/** Small categories become one, so that the pie stays readable; the table has them all. */
function slices(lines) {
  const positive = lines.filter((line) => line.amount > 0);
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
        class: `slice s${index}`,
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

function named(path) {
  const [group, ...inner] = path.split(":");
  return inner.length ? [inner.join(" › "), h("span", { class: "quiet" }, group)] : [group];
}

function legend(lines) {
  const marked = Math.min(slices(lines).length, lines.length);
  const positive = lines.filter((line) => line.amount > 0);
  const shares = percents(positive.map(({ share }) => share));
  const swatch = (line) => {
    const place = positive.indexOf(line);
    return place < 0 ? "none" : `s${Math.min(place, marked - 1)}`;
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
            ...named(line.category),
          ),
          h("td", {}, money(line.amount)),
          h("td", {}, line.amount > 0 ? shares[positive.indexOf(line)] : "credit"),
        ),
      ),
    ),
  );
}

/** Of the pay period the report knows what was committed; the rest is what the verdict calls spent. */
function committedApart({ paid_out: paid, spent }) {
  const committed = paid - spent;
  return Math.abs(committed) < smallestUnit() / 2
    ? null
    : h("p", { class: "quiet" }, `${money(spent)} of it spent, ${money(committed)} committed`);
}

/** Shows a summary; with the figures of the pay period if it is of exactly those days. */
export function showSummary(summary, period) {
  const lines = summary.by_category
    .filter((line) => line.amount !== 0)
    .sort((one, other) => other.amount - one.amount);
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
    period ? committedApart(period) : null,
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
