// What each category has taken, against its soft limit.

import { call } from "./api.js";
import { byId, h, show, withShare } from "./dom.js";
import { choice, field, onSubmit } from "./form.js";
import { count, money, percents, typedAmount } from "./format.js";

// A sign and a word each: colour only repeats what they say.
const STATUS = {
  within: { sign: "✓", words: (line) => `${money(line.left)} left` },
  near: { sign: "◆", words: (line) => `near: ${money(line.left)} left` },
  over: { sign: "▲", words: (line) => `over by ${money(-line.left)}` },
  no_limit: { sign: "", words: () => "no limit" },
};

const STRETCHES = { week: "Week", period: "Pay period" };

const shortName = (path) => path.slice(path.lastIndexOf(":") + 1);

/** The stretch a limit is stated for has a status; in the other one the limit is only its part of it. */
const statedFor = (line) => (line.week.status ? "week" : "period");

const hasLimit = (line) => line.week.limit !== undefined || line.period.limit !== undefined;

function status(line) {
  const stretch = line[statedFor(line)];
  const { sign, words } = STATUS[stretch.status];
  return h(
    "span",
    { class: `status ${stretch.status}` },
    h("span", { "aria-hidden": "true" }, sign),
    ` ${words(stretch)}`,
  );
}

/** With a limit the bar shows how much of it is gone; without one, how much of all spending this is. */
function bar({ limit, carry_in: carried, spent, status = "" }, most) {
  const available = limit === undefined ? most : limit + carried;
  const track = h("span", { class: `track slim ${status}`, "aria-hidden": "true" }, h("span", { class: "spent" }));
  return withShare(track, available > 0 ? spent / available : spent > 0 ? 1 : 0);
}

function limitWords({ limit, carry_in: carried }) {
  if (limit === undefined) {
    return "";
  }
  const more = carried === 0 ? "" : ` ${carried < 0 ? "−" : "+"} ${money(Math.abs(carried))} carried in`;
  return ` of ${money(limit)}${more}`;
}

function stretch(line, name, most) {
  const figures = line[name];
  return h(
    "span",
    { class: "in", "data-stretch": name },
    h("span", { class: "quiet" }, STRETCHES[name]),
    h("span", { class: "figures" }, h("strong", {}, money(figures.spent)), limitWords(figures)),
    bar(figures, most[name]),
  );
}

function hints(line, share) {
  const words = [
    line.share > 0 ? `${share} of what was paid` : "",
    line.discretionary ? "" : "not discretionary",
  ].filter(Boolean);
  return words.length ? h("span", { class: "quiet" }, ` ${words.join(", ")}`) : null;
}

function row(line, most, share = "") {
  return [
    h("span", { class: "name" }, shortName(line.category), hints(line, share)),
    status(line),
    stretch(line, "week", most),
    stretch(line, "period", most),
  ];
}

/** The limit as it was set: what a report shows of a weekly one is less in a week of fewer days. */
function limitSet(limits, category, asOf) {
  return limits
    .filter((limit) => limit.category === category && limit.from <= asOf)
    .reduce((latest, limit) => (latest && latest.from > limit.from ? latest : limit), null);
}

function limitForm(line, known, onChange) {
  const id = `limit-${line.category.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
  const form = h(
    "form",
    { id, class: "row", novalidate: true },
    field(`${id}-amount`, "Limit", {
      name: "amount",
      inputmode: "decimal",
      required: true,
      value: known?.amount,
    }),
    choice(
      `${id}-per`,
      "For each",
      [
        ["week", "week"],
        ["period", "pay period"],
      ],
      { name: "per" },
    ),
    h("button", {}, "Set limit"),
    hasLimit(line) ? h("button", { type: "button", class: "plain", onclick: remove }, "Remove") : null,
  );
  form.elements.per.value = known?.per ?? "week";
  const path = `/limits/${encodeURIComponent(line.category)}`;
  async function remove() {
    await call("DELETE", path);
    await onChange(`No limit for ${line.category} any more`);
  }
  onSubmit(form, async ({ amount, per }) => {
    const { rollover, cap, reset } = known ?? {};
    await call("PUT", path, { body: { amount: typedAmount(amount), per, rollover, cap, reset } });
    await onChange(`Limit for ${line.category} set`);
  });
  return form;
}

function children(line, most) {
  const used = line.children.filter((child) => child.count > 0 || hasLimit(child));
  return used.length
    ? h(
        "ul",
        { class: "children" },
        used.map((child) => h("li", { class: "line" }, row(child, most))),
      )
    : null;
}

function unplaced(number) {
  const words = number === 1 ? "expense of this pay period has" : "expenses of this pay period have";
  return number ? h("p", { class: "quiet" }, `${count(number)} ${words} no category yet.`) : null;
}

const mostOf = (lines, name) => Math.max(0, ...lines.map((line) => line[name].spent));

/** Shows the lines; what is open stays open. */
export function showCategories(budget, limits, onChange) {
  const place = byId("categories");
  const open = new Set(
    [...place.querySelectorAll("details[open]")].map((details) => details.dataset.category),
  );
  const lines = [...budget.categories].sort((one, other) => other.period.spent - one.period.spent);
  const shares = percents(lines.map(({ share = 0 }) => share));
  const most = { week: mostOf(lines, "week"), period: mostOf(lines, "period") };
  show(
    place,
    unplaced(budget.uncategorised),
    lines.map((line, index) =>
      h(
        "details",
        { class: "category", "data-category": line.category, open: open.has(line.category) },
        h("summary", { class: "line" }, row(line, most, shares[index])),
        children(line, most),
        limitForm(line, limitSet(limits, line.category, budget.as_of), onChange),
      ),
    ),
  );
}
