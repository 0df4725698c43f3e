// What each category has taken, against its soft limit.

import { call } from "./api.js";
import { byId, h, show, withShare } from "./dom.js";
import { choice, field, onSubmit } from "./form.js";
import { money, typedAmount } from "./format.js";

// A sign and a word each: colour only repeats what they say.
const STATUS = {
  within: { sign: "✓", words: (line) => `${money(line.remaining)} left` },
  near: { sign: "◆", words: (line) => `near: ${money(line.remaining)} left` },
  over: { sign: "▲", words: (line) => `over by ${money(-line.remaining)}` },
  no_limit: { sign: "", words: () => "no limit" },
};

const shortName = (path) => path.slice(path.lastIndexOf(":") + 1);

function status(line) {
  const { sign, words } = STATUS[line.status];
  return h(
    "span",
    { class: `status ${line.status}` },
    h("span", { "aria-hidden": "true" }, sign),
    ` ${words(line)}`,
  );
}

/** With a limit the bar shows how much of it is gone; without one, how much of all spending this is. */
function bar(line, most) {
  const available = line.limit === undefined ? most : line.limit + line.carry_in;
  const track = h(
    "span",
    { class: `track slim ${line.status}`, "aria-hidden": "true" },
    h("span", { class: "spent" }),
  );
  return withShare(track, available > 0 ? line.spent / available : line.spent > 0 ? 1 : 0);
}

function figures(line) {
  const limit = line.limit === undefined ? "" : ` of ${money(line.limit + line.carry_in)}`;
  return h("span", { class: "figures" }, h("strong", {}, money(line.spent)), limit);
}

function row(line, most) {
  return [
    h(
      "span",
      { class: "name" },
      shortName(line.category),
      line.discretionary ? null : h("span", { class: "quiet" }, " (not discretionary)"),
    ),
    figures(line),
    bar(line, most),
    status(line),
  ];
}

function limitForm(line, onChange) {
  const id = `limit-${line.category.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
  const form = h(
    "form",
    { id, class: "row", novalidate: true },
    field(`${id}-amount`, "Limit", {
      name: "amount",
      inputmode: "decimal",
      required: true,
      value: line.limit,
    }),
    choice(
      `${id}-per`,
      "For each",
      [
        ["week", "week"],
        ["pay_period", "pay period"],
      ],
      { name: "per" },
    ),
    h("button", {}, "Set limit"),
    line.limit === undefined
      ? null
      : h("button", { type: "button", class: "plain", onclick: remove }, "Remove"),
  );
  const path = `/limits/${encodeURIComponent(line.category)}`;
  async function remove() {
    await call("DELETE", path);
    await onChange(`No limit for ${line.category} any more`);
  }
  onSubmit(form, async ({ amount, per }) => {
    await call("PUT", path, { body: { amount: typedAmount(amount), per } });
    await onChange(`Limit for ${line.category} set`);
  });
  return form;
}

function children(line, most) {
  const used = line.children.filter((child) => child.count > 0 || child.limit !== undefined);
  return used.length
    ? h(
        "ul",
        { class: "children" },
        used.map((child) => h("li", { class: "line" }, row(child, most))),
      )
    : null;
}

/** Shows the lines; what is open stays open. */
export function showCategories(budget, onChange) {
  const place = byId("categories");
  const open = new Set(
    [...place.querySelectorAll("details[open]")].map((details) => details.dataset.category),
  );
  const lines = [...budget.categories].sort((one, other) => other.spent - one.spent);
  const most = Math.max(0, ...lines.map((line) => line.spent));
  show(
    place,
    lines.map((line) =>
      h(
        "details",
        { class: "category", "data-category": line.category, open: open.has(line.category) },
        h("summary", { class: "line" }, row(line, most)),
        children(line, most),
        limitForm(line, onChange),
      ),
    ),
  );
}
