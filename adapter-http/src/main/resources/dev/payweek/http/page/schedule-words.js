// A schedule in words: every 2 weeks from Nov 20, 2026, on the business day before.

import { fullDay } from "./format.js";

const PLACES = { last: "last", 1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth" };
const ADJUSTED = {
  preceding: ", on the business day before a day off",
  following: ", on the business day after a day off",
  nearest: ", on the business day nearest to a day off",
};

const DAYS = { last: "the last day", last_business_day: "the last business day" };

const dayOfMonth = (day) => DAYS[day] ?? `day ${day}`;
const each = (n, one, more) => (n === 1 ? `every ${one}` : `every ${n} ${more}`);

function cadence({ kind, n, anchor, days = [], day, minus, nth, weekday, dates = [] }) {
  const from = anchor ? ` from ${fullDay(anchor)}` : "";
  switch (kind) {
    case "weekly":
      return `every week${from}`;
    case "every_n_days":
      return `${each(n, "day", "days")}${from}`;
    case "every_n_weeks":
      return `${each(n, "week", "weeks")}${from}`;
    case "every_n_months":
      return `${each(n, "month", "months")}${from}`;
    case "yearly":
      return `every year${from}`;
    case "semi_monthly":
      return `every month on ${days.map(dayOfMonth).join(" and ")}`;
    case "monthly":
      return `every month on ${dayOfMonth(day)}${minus ? ` less ${minus}` : ""}`;
    case "monthly_nth_weekday":
      return `every month on the ${PLACES[nth] ?? nth} ${weekday}`;
    case "irregular":
      return dates.length ? `on ${dates.map(fullDay).join(", ")}` : "whenever it comes";
    default:
      return kind.replaceAll("_", " ");
  }
}

/** Returns the words. */
export const scheduleWords = (schedule) => `${cadence(schedule)}${ADJUSTED[schedule.adjust] ?? ""}`;
