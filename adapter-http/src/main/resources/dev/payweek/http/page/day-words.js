// Words for days: yesterday, friday, -3d, 2026-11-20, and the day and month as the person's language orders them.

import { plusDays } from "./format.js";

const WEEK = 7;

// A Sunday.
const SUNDAY = "2026-11-01";

const clean = (word) => word.toLocaleLowerCase().replace(/\.$/, "");

function relative(language) {
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  return [0, -1, 1].map((days) => [clean(format.format(days, "day")), days]);
}

/** Written out, so that sun cream is no day. */
function weekdays(language) {
  const format = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  return Array.from({ length: WEEK }, (_, day) => [
    clean(format.format(new Date(`${plusDays(SUNDAY, day)}T12:00:00Z`))),
    day,
  ]);
}

const LANGUAGES = ["en", navigator.language];
const NEAR = new Map(LANGUAGES.flatMap(relative));
const WEEKDAYS = new Map(LANGUAGES.flatMap(weekdays));

const ORDER = new Intl.DateTimeFormat(navigator.language, { year: "numeric", month: "2-digit", day: "2-digit" })
  .formatToParts(new Date())
  .map(({ type }) => type)
  .filter((type) => type === "month" || type === "day");

const weekdayOf = (iso) => new Date(`${iso}T12:00:00Z`).getUTCDay();

function realDay(year, month, day) {
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const date = new Date(`${iso}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

/** Of a day and month without a year the latest such day is meant. */
function byOrder(word, today) {
  const [, first, second, year] = /^(\d{1,2})[/](\d{1,2})(?:[/](\d{4}))?$/.exec(word) ?? [];
  if (first === undefined) {
    return undefined;
  }
  const [month, day] = ORDER[0] === "month" ? [first, second] : [second, first];
  if (year) {
    return realDay(year, month, day);
  }
  const thisYear = Number(today.slice(0, 4));
  const found = realDay(thisYear, month, day);
  return found && found > today ? realDay(thisYear - 1, month, day) : found;
}

/** Returns the day that a word means, seen from today, or undefined. A weekday is the latest one before today. */
export function dayOf(word, today) {
  const name = clean(word);
  if (NEAR.has(name)) {
    return plusDays(today, NEAR.get(name));
  }
  if (WEEKDAYS.has(name)) {
    return plusDays(today, -((weekdayOf(today) - WEEKDAYS.get(name) + WEEK - 1) % WEEK) - 1);
  }
  const back = /^[-\u2212](\d{1,3})d$/.exec(name);
  if (back) {
    return plusDays(today, -Number(back[1]));
  }
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(name) ?? [];
  return year ? realDay(year, month, day) : byOrder(name, today);
}
