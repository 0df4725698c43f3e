// What each category has taken, against its soft limit.

import { call, get } from "./api.js";
import { byId, h, show, withShare } from "./dom.js";
import { amountField, choice, hasArrived, isInUse, onPress, onSubmit } from "./form.js";
import { count, isNothing, money, percents } from "./format.js";
import { keep } from "./patch.js";

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
function bar({ limit, carry_in: carried, spent, committed, status = "" }, most) {
  const available = limit === undefined ? most : limit + carried;
  const held = withShare(h("span", { class: "held-part" }), spent > 0 ? committed / spent : 0, "--held");
  const gone = h("span", { class: "spent" }, held);
  const track = h("span", { class: `track slim ${status}`, "aria-hidden": "true" }, gone);
  return withShare(track, available > 0 ? spent / available : spent > 0 ? 1 : 0);
}

function limitWords({ limit, carry_in: carried }) {
  if (limit === undefined) {
    return "";
  }
  const more = carried === 0 ? "" : ` ${carried < 0 ? "−" : "+"} ${money(Math.abs(carried))} carried in`;
  return ` of ${money(limit)}${more}`;
}

/** What was paid is judged by the limit; what of it is committed is not what the verdict calls spent. */
function committedWords({ spent, committed }) {
  if (isNothing(committed)) {
    return "";
  }
  return isNothing(spent - committed) ? ", all of it committed" : `, ${money(committed)} of it committed`;
}

function stretch(line, name, most) {
  const figures = line[name];
  return h(
    "span",
    { class: "in", "data-stretch": name },
    h("span", { class: "quiet" }, STRETCHES[name]),
    h(
      "span",
      { class: "figures" },
      h("strong", {}, money(figures.spent)),
      limitWords(figures),
      committedWords(figures),
    ),
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

function limitForm(line, known, asOf, onChange) {
  const id = `limit-${line.category.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}`;
  const path = `/limits/${encodeURIComponent(line.category)}`;
  const arrived = async (message, headers) => {
    hasArrived(form);
    await onChange(message, headers);
  };
  const remove = h("button", { type: "button", class: "plain" }, "Remove");
  const form = h(
    "form",
    { id, class: "row", novalidate: true },
    amountField(`${id}-amount`, "Limit", { required: true, value: known?.amount }),
    choice(
      `${id}-per`,
      "For each",
      [
        ["week", "week"],
        ["period", "pay period"],
      ],
      { name: "per", value: known?.per ?? "week" },
    ),
    h("button", {}, "Set limit"),
    hasLimit(line) ? h("span", {}, remove) : null,
  );
  onPress(remove, async () => {
    const { headers } = await call("DELETE", path);
    await arrived(`No limit for ${line.category} any more`, headers);
  });
  const send = async ({ amount, per }, { changed }) => {
    // What is not shown, or not touched, stays as it is by now.
    const now = limitSet(await get("/limits"), line.category, asOf) ?? {};
    const { rollover, cap, reset } = now;
    const body = {
      amount: changed.has("amount") ? amount : (now.amount ?? amount),
      per: changed.has("per") ? per : (now.per ?? per),
      rollover,
      cap,
      reset,
    };
    const { headers } = await call("PUT", path, { body });
    await arrived(`Limit for ${line.category} set`, headers);
  };
  onSubmit(form, send, known ? { untouched: () => arrived("Nothing was changed") } : {});
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

/** A line stays where it is with what is open and typed in it; what it says is replaced. */
function group(line, most, share, { limits, asOf, onChange }) {
  const form = () =>
    limits === null
      ? h("form", { hidden: true })
      : limitForm(line, limitSet(limits, line.category, asOf), asOf, onChange);
  return {
    key: line.category,
    make: () =>
      h(
        "details",
        { class: "category", "data-category": line.category },
        h("summary", { class: "line" }, row(line, most, share)),
        children(line, most),
        form(),
      ),
    update: (details) => {
      show(details.querySelector("summary"), row(line, most, share));
      details.querySelector(":scope > .children")?.remove();
      details.querySelector("summary").after(...[children(line, most)].filter(Boolean));
      const before = details.querySelector(":scope > form");
      if (!isInUse(before)) {
        const hadFocus = before.contains(document.activeElement);
        before.replaceWith(form());
        hadFocus && details.querySelector("summary").focus();
      }
    },
  };
}

/** Shows the lines, in the ledger's order, so that none jumps while it is looked at. */
export function showCategories({ as_of: asOf, categories: lines, uncategorised }, limits, onChange) {
  const shares = percents(lines.map(({ share = 0 }) => share));
  const most = { week: mostOf(lines, "week"), period: mostOf(lines, "period") };
  const note = unplaced(uncategorised);
  keep(byId("categories"), [
    ...(note ? [{ key: "", make: () => note, update: (before) => (before.textContent = note.textContent) }] : []),
    ...lines.map((line, index) => group(line, most, shares[index], { limits, asOf, onChange })),
  ]);
}
