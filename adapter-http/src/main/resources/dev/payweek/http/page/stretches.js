// This week and the time until payday: what is left of each, what is spent, and whether the pace is right.

import { byId, h, show, withShare } from "./dom.js";
import { longDay, money, percent, shortDay, smallestUnit } from "./format.js";
import { endsOnPayday } from "./sources.js";

function headline(id, { left, end }) {
  return h(
    "p",
    { class: left < 0 ? "headline over" : "headline" },
    h("strong", { id: `${id}-left` }, money(Math.abs(left))),
    left < 0 ? " over, until " : " left until ",
    h("time", { datetime: end }, longDay(end)),
  );
}

/** Where bills come before money does, less is safe each day than what is left would allow. */
function perDay({ left, days_left: number, safe_to_spend_per_day: safe }) {
  const days = number === 1 ? "today, the last day" : `the ${number} days left`;
  const tight = left / number - safe >= smallestUnit();
  return left < 0
    ? h("p", {}, `There is nothing more for ${days}.`)
    : h(
        "p",
        {},
        h("strong", {}, money(safe)),
        ` a day for ${days}`,
        tight ? ", so that there is enough until more money comes." : ".",
      );
}

function pace({ ahead_by: ahead }) {
  const words =
    ahead === 0
      ? "Exactly on pace"
      : ahead > 0
        ? `▲ ${money(ahead)} above an even pace`
        : `✓ ${money(-ahead)} below an even pace`;
  return h("span", { class: ahead > 0 ? "pace fast" : "pace" }, words);
}

/** The bar's length is what was spent; the mark is where an even pace would be by now. */
function bar(figures, available) {
  const whole = Math.max(available, figures.spent, 0.01);
  const track = h(
    "div",
    { class: figures.left < 0 ? "track over" : "track", "aria-hidden": "true" },
    h("div", { class: "spent" }),
    figures.pace ? h("div", { class: "mark" }) : null,
  );
  withShare(track, figures.spent / whole);
  return figures.pace ? withShare(track, figures.pace.expected_by_now / whole, "--mark") : track;
}

function dates({ start, days, days_left: left }) {
  return h("span", { class: "quiet" }, `Day ${days - left + 1} of ${days}, since ${shortDay(start)}`);
}

function fact(name, value, hint) {
  return h(
    "div",
    {},
    h("dt", {}, name),
    h("dd", {}, `${value} `, hint ? h("span", { class: "quiet" }, hint) : null),
  );
}

function facts(figures, name, available) {
  const share = figures.share_spent;
  return h(
    "dl",
    { class: "facts" },
    fact(name, money(available)),
    fact("Spent", money(figures.spent), share === undefined ? "" : percent(share)),
    figures.upcoming === 0 ? null : fact("Planned", money(figures.upcoming)),
    figures.pace ? fact("At this pace", money(figures.pace.projected), "by the end") : null,
  );
}

function stretch(id, title, ...content) {
  return h(
    "section",
    { class: "stretch", "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title` }, title),
    ...content,
  );
}

function known(id, title, figures, { name, available }) {
  return stretch(
    id,
    title,
    headline(id, figures),
    perDay(figures),
    bar(figures, available),
    h("p", { class: "under" }, figures.pace ? pace(figures.pace) : null, dates(figures)),
    facts(figures, name, available),
  );
}

/** Without any income there is nothing to be left of; what was spent is known all the same. */
function spentOnly(id, title, figures) {
  return stretch(
    id,
    title,
    h(
      "p",
      { class: "headline" },
      h("strong", { id: `${id}-spent` }, money(figures.spent)),
      " spent since ",
      h("time", { datetime: figures.start }, longDay(figures.start)),
    ),
    h("p", { class: "under" }, dates(figures)),
  );
}

/** Shows both stretches. */
export function showStretches({ as_of: today, verdict, week, period }, sources) {
  const place = byId("stretches");
  if (verdict.state === "unknown") {
    show(place, spentOnly("week", "This week", week), spentOnly("period", "This period", period));
    return;
  }
  show(
    place,
    known("week", "This week", week, { name: "For the week", available: week.allowance }),
    known("period", endsOnPayday(sources, today) ? "Until payday" : "This period", period, {
      name: "To spend",
      available: period.discretionary,
    }),
  );
}
