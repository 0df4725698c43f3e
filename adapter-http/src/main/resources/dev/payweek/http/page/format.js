// Amounts as the person's own language writes them, in the ledger's currency. Dates stand in English sentences, so they
// are in the kind of English the person prefers.

import { readAmount, writeAmount } from "./amounts.js";
import { decimalsOf } from "./currencies.js";

const ENGLISH = navigator.languages.find((language) => language.startsWith("en")) ?? "en";

// Not known before the first answer: nothing may be read or shown in a currency that is guessed.
let currency;

/** Sets the currency of every amount on the page. */
export function useCurrency(code) {
  currency = code;
}

/** Returns an amount with its currency: $1,234.50. */
export function money(amount) {
  return new Intl.NumberFormat(undefined, { style: "currency", currency }).format(amount);
}

/** Returns the smallest amount of the currency: 0.01. */
export function smallestUnit() {
  return 10 ** -decimalsOf(currency);
}

/** Returns whether an amount, computed here, is none. */
export function isNothing(amount) {
  return Math.abs(amount) < smallestUnit() / 2;
}

/** Returns shares of one whole in units of a percent, or of a tenth: those of largest remainder get what is left. */
function unitsOf(shares, digits) {
  const exact = shares.map((share) => Math.round(share * 1_000_000 * 10 ** digits) / 10_000);
  const whole = exact.map(Math.floor);
  const missing = Math.round(exact.reduce((sum, share) => sum + share, 0)) - whole.reduce((sum, one) => sum + one, 0);
  exact
    .map((share, index) => ({ index, rest: share - whole[index] }))
    .sort((one, other) => other.rest - one.rest)
    .slice(0, missing)
    .forEach(({ index }) => whole[index]++);
  return whole;
}

/**
 * Returns shares of one whole as percents that add up, as they are shown, to what all of them are: of 0.335, 0.335 and
 * 0.33 the first two are 34% and 33%. Where one would be 0% though it is something, all have a decimal, or two: 99.6%
 * and 0.4%. Less than a hundredth of a percent may be 0.00%.
 */
export function percents(shares) {
  const isShown = (units) => units.every((unit, index) => unit > 0 || shares[index] === 0);
  const digits = [0, 1].find((few) => isShown(unitsOf(shares, few))) ?? 2;
  const format = new Intl.NumberFormat(undefined, { style: "percent", minimumFractionDigits: digits });
  return unitsOf(shares, digits).map((unit) => format.format(unit / 10 ** digits / 100));
}

/** Returns a count: 1,234. */
export function count(number) {
  return new Intl.NumberFormat().format(number);
}

// Noon, so that no zone or summer time moves the date to its neighbour.
function date(iso) {
  return new Date(`${iso}T12:00:00`);
}

/** Returns a date with its weekday: Friday, November 27. */
export function longDay(iso) {
  return date(iso).toLocaleDateString(ENGLISH, { weekday: "long", month: "long", day: "numeric" });
}

/** Returns a date as an end, seen from today: Friday within the week, else Friday, December 4. */
export function untilDay(iso, today) {
  const days = Math.round((date(iso) - date(today)) / 86_400_000);
  return days > 0 && days < 7 ? date(iso).toLocaleDateString(ENGLISH, { weekday: "long" }) : longDay(iso);
}

/** Returns a date as a heading of a list, seen from today: Today, Yesterday, Fri, Nov 20, 2026. */
export function dayHeading(iso, today) {
  const days = Math.round((date(today) - date(iso)) / 86_400_000);
  if (days === 0 || days === 1) {
    const word = new Intl.RelativeTimeFormat(ENGLISH, { numeric: "auto" }).format(-days, "day");
    return word.charAt(0).toUpperCase() + word.slice(1);
  }
  const sameYear = iso.slice(0, 4) === today.slice(0, 4);
  return date(iso).toLocaleDateString(ENGLISH, {
    weekday: "short",
    month: "short",
    day: "numeric",
    ...(sameYear ? {} : { year: "numeric" }),
  });
}

/** Returns a short date: Nov 20. */
export function shortDay(iso) {
  return date(iso).toLocaleDateString(ENGLISH, { month: "short", day: "numeric" });
}

/** Returns a date with its year: Nov 20, 2026. */
export function fullDay(iso) {
  return date(iso).toLocaleDateString(ENGLISH, { dateStyle: "medium" });
}

/** Returns the ISO date some days later. */
export function plusDays(iso, days) {
  const moved = new Date(`${iso}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** Returns what an amount's field holds: {amount: "1234.50"}, {problem} in words, or {} where nothing is. */
export function understood(text) {
  return currency || text.trim() === ""
    ? readAmount(text, currency)
    : { problem: "The ledger's currency is not known yet." };
}

/** Returns an amount as it stands in a field: 1234.50. */
export function amountText(amount) {
  return writeAmount(amount, currency);
}

/** Returns what was typed as a decimal, or nothing; throws what is wrong with it. */
export function typedAmount(text) {
  const { amount = "", problem } = understood(text);
  if (problem) {
    throw new Error(problem);
  }
  return amount;
}
