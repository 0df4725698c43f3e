// The answer in one sentence, the first thing on the page: how it stands, why, and what is safe today.

import { byId, h, show, svg } from "./dom.js";
import { longDay, money, untilDay } from "./format.js";

// A word and a shape each: colour only repeats what they say.
const STATES = {
  fine: { word: "Fine", shape: "M12 2a10 10 0 1 0 .01 0z", mark: "M7.5 12.5l3 3 6-7" },
  careful: { word: "Careful", shape: "M12 2.5L22.5 21.5H1.5z", mark: "M12 9.5v5M12 17.75v.5" },
  over: { word: "Over", shape: "M8 2h8l6 6v8l-6 6H8l-6-6V8z", mark: "M8.5 8.5l7 7M15.5 8.5l-7 7" },
  unknown: { word: "Not known", shape: "M3 3h18v18H3z", mark: "M9 9.5a3 3 0 1 1 4 2.8c-.7.3-1 .8-1 1.7M12 17v.5" },
};

function sign(state) {
  const { shape, mark } = STATES[state];
  return svg(
    "svg",
    { class: "sign", viewBox: "0 0 24 24", "aria-hidden": "true", "data-state": state },
    svg("path", { class: "shape", d: shape }),
    svg("path", { class: "mark", d: mark }),
  );
}

function distance(days, isToday) {
  if (isToday) {
    return days === 1 ? "tomorrow" : `in ${days} days`;
  }
  return days === 1 ? "the day after" : `${days} days later`;
}

/** Whether the day is a payday is known with the pay sources. */
function periodEnd({ as_of: today, verdict: { payday, days_to_payday: days } }, { endsOnPayday, isToday }) {
  const when = distance(days, isToday);
  const day = h("time", { datetime: payday }, isToday ? untilDay(payday, today) : longDay(payday));
  return ["until ", day, endsOnPayday ? `, payday ${when}` : `, ${when}`];
}

/** Returns why one should be careful; the report says that, and its figures say why. */
function reasons(budget, { isToday }) {
  const missing = budget.pay.filter(({ state }) => state === "missing").map(({ source }) => source);
  const late = budget.bills.filter(({ state }) => state === "late").map(({ bill }) => bill);
  const { week, period } = budget;
  const found = [
    missing.length ? `pay of ${names(missing)} is missing` : "",
    late.length ? `${names(late)} ${new Set(late).size === 1 ? "is" : "are"} late` : "",
    week.left < 0 ? `${isToday ? "this" : "its"} week is over by ${money(-week.left)}` : "",
  ].filter(Boolean);
  if (found.length || !period.pace) {
    return found;
  }
  return [`at this pace ${money(period.pace.projected)} of ${money(period.discretionary)} would be spent`];
}

/** Where nobody has said when pay comes a month may just not have been paid yet, however well or badly it stands. */
function awaitsPay({ period, verdict }, { isPlanless, isToday }) {
  return isPlanless && isToday && verdict.state !== "unknown" && period.income === 0;
}

const NOT_PAID_YET = " Nothing has come in this month, and when pay comes is not known.";

function names(all) {
  return new Intl.ListFormat("en", { type: "conjunction" }).format([...new Set(all)]);
}

function sentence(budget, seen) {
  const { state, left_until_payday: left, safe_today: safe } = budget.verdict;
  const word = h("strong", { class: "state" }, STATES[state].word);
  if (state === "unknown") {
    return [word, ". No income is recorded or expected, so nothing can be said of what is left."];
  }
  const end = periodEnd(budget, seen);
  const unpaid = awaitsPay(budget, seen) ? NOT_PAID_YET : "";
  if (state === "over") {
    return [word, " by ", h("strong", {}, money(-left)), " ", ...end, ".", unpaid];
  }
  const why = state === "careful" ? reasons(budget, seen) : [];
  return [
    word,
    why.length ? `, as ${names(why)}. ` : ". ",
    h("strong", { id: "safe-today" }, money(safe)),
    " a day ",
    ...end,
    ".",
    unpaid,
  ];
}

function firstSteps(onSettings) {
  return h(
    "div",
    { class: "notice" },
    h(
      "p",
      {},
      h("strong", {}, "Welcome. "),
      "Enter what you are paid and when, and see what is left to spend.",
    ),
    h("button", { type: "button", class: "main", onclick: onSettings }, "Set up pay"),
  );
}

/**
 * Shows the verdict; where nothing is known of income, at all or of this month, also how that is changed.
 *
 * @param seen {endsOnPayday, isPlanless, isToday}: whether the period ends on a payday, whether nobody has said when
 *     pay comes, and whether the day is today
 */
export function showVerdict(budget, seen, onSettings) {
  const { state } = budget.verdict;
  const place = byId("verdict");
  const said = h("span", {}, sentence(budget, seen));
  // What has not changed is not said again to those who listen.
  if (place.dataset.state !== state || place.textContent !== said.textContent) {
    place.className = `verdict ${state}`;
    place.dataset.state = state;
    show(place, sign(state), said);
  }
  const steps = byId("first-steps");
  // Of a day before the first pay nothing is known either, which is no reason to be welcomed.
  const isFirst = (state === "unknown" && seen.isToday) || awaitsPay(budget, seen);
  if (isFirst === (steps.childElementCount === 0)) {
    show(steps, isFirst ? firstSteps(onSettings) : null);
  }
}
