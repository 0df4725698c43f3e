// When pay comes or a bill is due: the kinds of schedule that a form offers, and what a kind and one of its days mean.

import { choice, field } from "./form.js";
import { scheduleWords } from "./schedule-words.js";

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const AS_IS = "as_is";

const dayOf = (iso) => Number(iso.slice(8));
const weekdayOf = (iso) => WEEKDAYS[new Date(`${iso}T12:00:00Z`).getUTCDay()];
const nthOf = (iso) => Math.ceil(dayOf(iso) / 7);

// Each kind: its words, the schedule that it is with one of its days, and whether it needs that day.
const KINDS = {
  weekly: ["every week", (anchor) => ({ kind: "weekly", anchor }), true],
  two_weeks: ["every two weeks", (anchor) => ({ kind: "every_n_weeks", n: 2, anchor }), true],
  four_weeks: ["every four weeks", (anchor) => ({ kind: "every_n_weeks", n: 4, anchor }), true],
  semi_monthly: ["on the 15th and the last day", () => ({ kind: "semi_monthly", days: [15, "last"] }), false],
  monthly: ["every month on that day's date", (anchor) => ({ kind: "monthly", day: dayOf(anchor) }), true],
  last_day: ["on the last day of the month", () => ({ kind: "monthly", day: "last" }), false],
  last_business_day: [
    "on the last business day of the month",
    () => ({ kind: "monthly", day: "last_business_day" }),
    false,
  ],
  nth_weekday: [
    "every month on that day's weekday, as the 2nd Friday",
    (anchor) => ({ kind: "monthly_nth_weekday", nth: nthOf(anchor), weekday: weekdayOf(anchor) }),
    true,
  ],
  quarterly: ["every three months", (anchor) => ({ kind: "every_n_months", n: 3, anchor }), true],
  half_yearly: ["every six months", (anchor) => ({ kind: "every_n_months", n: 6, anchor }), true],
  yearly: ["every year", (anchor) => ({ kind: "yearly", anchor }), true],
};

const ADJUSTMENTS = [
  ["none", "that day all the same"],
  ["preceding", "the business day before"],
  ["following", "the business day after"],
  ["nearest", "the nearest business day"],
];
const ADJUSTED = ["semi_monthly", "monthly", "last_day", "quarterly", "half_yearly", "yearly", "nth_weekday"];

const daysOf = (month) => Array.from({ length: 31 }, (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`);

function lastOf(month) {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/** Returns a day of the schedule, for a form to show; today where it has none of its own. */
function oneDay({ anchor, day, nth, weekday }, today) {
  if (anchor) {
    return anchor;
  }
  const days = daysOf(today.slice(0, 7)).slice(0, lastOf(today.slice(0, 7)));
  if (typeof day === "number") {
    return days[Math.min(day, days.length) - 1];
  }
  return days.find((one) => nthOf(one) === nth && weekdayOf(one) === weekday) ?? today;
}

/** An empty list in an answer is as none. */
const written = (value) => (Array.isArray(value) && value.length === 0 ? undefined : JSON.stringify(value));

const isSame = (one, other) => {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => written(one[name]) === written(other[name]));
};

/** Of each month a day past its last is the last; a form that shows that day must not make it the schedule's. */
function kindOf({ adjust: _, holidays: __, tolerance_days: ___, ...cadence }, today) {
  const bare = cadence.minus ? cadence : { ...cadence, minus: undefined };
  const day = oneDay(bare, today);
  const found = Object.keys(KINDS).find((kind) => {
    const made = KINDS[kind][1](day);
    return isSame(made, bare) || (kind === "monthly" && typeof bare.day === "number" && bare.kind === kind);
  });
  return found ?? AS_IS;
}

/**
 * Returns the fields kind, anchor and adjust.
 *
 * @param known {schedule, today}: what is set, if anything is, and the day that a new one begins with
 * @param words {kind, day, adjust}: the labels of kind and day, and what a new schedule does on a day off
 */
export function scheduleFields(id, { schedule, today }, words) {
  const chosen = schedule ? kindOf(schedule, today) : (words.begin ?? "monthly");
  const kinds = Object.entries(KINDS).map(([kind, [label]]) => [kind, label]);
  const all = chosen === AS_IS ? [[AS_IS, `as set: ${scheduleWords(schedule)}`], ...kinds] : kinds;
  const kind = choice(`${id}-kind`, words.kind, all, { name: "kind", value: chosen });
  const value = schedule ? oneDay(schedule, today) : today;
  const day = field(`${id}-anchor`, words.day, { name: "anchor", type: "date", value });
  const adjust = choice(`${id}-adjust`, "If that is a day off", ADJUSTMENTS, {
    name: "adjust",
    value: schedule ? (schedule.adjust ?? "none") : words.adjust,
  });
  const select = kind.querySelector("select");
  const showFields = () => {
    day.hidden = !KINDS[select.value]?.[2];
    adjust.hidden = select.value !== AS_IS && !ADJUSTED.includes(select.value);
  };
  select.addEventListener("change", showFields);
  showFields();
  return [kind, day, adjust];
}

/** What is not touched stays: all of the schedule, or of the same kind all but the day, or of another kind the rest. */
export function scheduleFrom(known, { kind, anchor, adjust }, changed) {
  const [, made, needsDay] = KINDS[kind] ?? [];
  if (needsDay && !anchor) {
    throw Object.assign(new Error(), { errors: [{ pointer: "anchor", message: "One of its days is needed here." }] });
  }
  const isRemade = made && (!known || changed.has("kind") || (needsDay && changed.has("anchor")));
  const withAdjustment = !known || changed.has("kind") ? ADJUSTED.includes(kind) : changed.has("adjust");
  const { holidays, tolerance_days } = known ?? {};
  const before = known && !changed.has("kind") ? known : { holidays, tolerance_days };
  return {
    ...(isRemade ? { ...before, ...made(anchor) } : before),
    ...(withAdjustment ? { adjust } : {}),
  };
}
