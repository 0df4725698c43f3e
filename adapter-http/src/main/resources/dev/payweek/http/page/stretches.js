// Today, this week, and the time until payday: what is left of each, side by side, and whether the pace is right.

import { byId, h, withShare } from "./dom.js";
import { longDay, money, shortDay, smallestUnit } from "./format.js";
import { keep } from "./patch.js";

const EARLY_DAYS = 7;

/** Where bills come before money does, less is safe each day than what is left would allow. */
function perDay({ left, days_left: number, safe_to_spend_per_day: safe }, isToday) {
  const days = number === 1 ? `${isToday ? "today" : "that day"}, the last one` : `the ${number} days left`;
  const tight = left / number - safe >= smallestUnit();
  if (left < 0) {
    return `There is nothing more for ${days}.`;
  }
  return `${money(safe)} a day for ${days}${tight ? ", so that there is enough until more money comes." : "."}`;
}

function evenness(ahead) {
  if (ahead === 0) {
    return "Exactly on pace";
  }
  return ahead > 0 ? `▲ ${money(ahead)} above an even pace` : `✓ ${money(-ahead)} below an even pace`;
}

/** What the pace leads to is said from the day on that the verdict heeds it; of nothing, no pace is even. */
function pace({ pace: { ahead_by: ahead, projected }, days, days_left: left }, available) {
  return [
    available > 0 ? h("span", { class: ahead > 0 ? "pace fast" : "pace" }, evenness(ahead)) : null,
    left > 1 && days - left >= EARLY_DAYS
      ? h("span", { class: "quiet" }, ` ${money(projected)} by the end at this pace`)
      : null,
  ];
}

/** The bar's length is what was spent; the mark, in all bars the same, is how much of the days is gone. */
function bar(figures, available) {
  const whole = Math.max(available, figures.spent, smallestUnit());
  const track = h(
    "div",
    { class: figures.left < 0 ? "track over" : "track", "aria-hidden": "true" },
    h("div", { class: "spent" }),
    h("div", { class: "mark" }),
  );
  withShare(track, figures.spent / whole);
  return withShare(track, (figures.days - figures.days_left + 1) / figures.days, "--mark");
}

function dates({ start, end, days, days_left: left }) {
  return h(
    "span",
    { class: "quiet" },
    `Day ${days - left + 1} of ${days}, `,
    h("time", { datetime: start }, shortDay(start)),
    " to ",
    h("time", { datetime: end }, longDay(end)),
  );
}

function tile(key, title, figure, words, ...content) {
  const parts = () => [
    h("h2", {}, title),
    h("p", { class: "headline" }, h("strong", { id: `${key}-left` }, figure), h("span", {}, ` ${words}`)),
    ...content.filter(Boolean),
  ];
  return {
    key,
    make: () => h("section", { class: "stretch", "aria-label": title }, parts()),
    update: (section) => {
      section.ariaLabel = title;
      section.replaceChildren(...parts());
    },
  };
}

const overspent = (available) =>
  available < 0 ? `over, ${money(-available)} of it before anything was spent` : `over ${money(available)}`;

function known(key, title, figures, { available, isToday }) {
  const over = figures.left < 0;
  return tile(
    key,
    title,
    money(Math.abs(figures.left)),
    over ? overspent(available) : `left of ${money(available)}`,
    bar(figures, available),
    h("p", { class: "about" }, perDay(figures, isToday)),
    figures.pace ? h("p", { class: "about" }, pace(figures, available)) : null,
    h("p", { class: "about" }, dates(figures)),
  );
}

/** Without any income there is nothing to be left of; what was spent is known all the same. */
function spentOnly(key, title, figures) {
  return tile(key, title, money(figures.spent), "spent", h("p", { class: "about" }, dates(figures)));
}

/** What is another day than today is not called today, nor its week this one. */
const names = (isToday, asOf) =>
  isToday
    ? { day: "Today", safe: "is safe to spend", week: "This week", period: "This period" }
    : { day: shortDay(asOf), safe: "safe to spend on that day", week: "Its week", period: "Its period" };

/** Shows them; whether the period ends on a payday is known with the pay sources. */
export function showStretches({ as_of: asOf, verdict, week, period }, { endsOnPayday, isToday }) {
  const title = names(isToday, asOf);
  const untilPayday = endsOnPayday ? "Until payday" : title.period;
  const ofWeek = { available: week.allowance, isToday };
  const ofPeriod = { available: period.discretionary, isToday };
  const tiles =
    verdict.state === "unknown"
      ? [spentOnly("week", title.week, week), spentOnly("period", title.period, period)]
      : [
          tile("today", title.day, money(verdict.safe_today), title.safe),
          known("week", title.week, week, ofWeek),
          known("period", untilPayday, period, ofPeriod),
        ];
  keep(byId("stretches"), tiles);
  const more = byId("more-of-answer");
  more.onclick = () => (more.ariaExpanded = String(byId("stretches").classList.toggle("open")));
}
