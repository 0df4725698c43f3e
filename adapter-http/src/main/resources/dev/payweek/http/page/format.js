// Amounts as the person's own language writes them, in the ledger's currency. Dates stand in English sentences, so they
// are in the kind of English the person prefers.

const ENGLISH = navigator.languages.find((language) => language.startsWith("en")) ?? "en";

let currency = "USD";

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
  const { maximumFractionDigits } = new Intl.NumberFormat(undefined, { style: "currency", currency }).resolvedOptions();
  return 10 ** -maximumFractionDigits;
}

/** Returns a share as whole percent: 54%. */
export function percent(share) {
  return new Intl.NumberFormat(undefined, { style: "percent" }).format(share);
}

/**
 * Returns shares of one whole as whole percents that add up to what all of them are: of 0.335, 0.335 and 0.33 the first
 * two are 34% and 33%. What is less than a percent is said to be, instead of nothing.
 */
export function percents(shares) {
  const exact = shares.map((share) => Math.round(share * 1_000_000) / 10_000);
  const whole = exact.map(Math.floor);
  const missing = Math.round(exact.reduce((sum, share) => sum + share, 0)) - whole.reduce((sum, one) => sum + one, 0);
  exact
    .map((share, index) => ({ index, rest: share - whole[index] }))
    .sort((one, other) => other.rest - one.rest)
    .slice(0, missing)
    .forEach(({ index }) => whole[index]++);
  return whole.map((share, index) => (share === 0 && shares[index] > 0 ? `<${percent(0.01)}` : percent(share / 100)));
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

const GROUP = new Intl.NumberFormat().formatToParts(12345.6).find(({ type }) => type === "group")?.value;
const GROUPED = /^-?\d{1,3}([.,])(?:\d{2,3}\1)*\d{3}$/;

const digits = (text) => text.replace(/[.,]/g, "");

/** Of a lone mark before three digits the person's language says whether it groups thousands. */
function isGrouped(bare) {
  const mark = GROUPED.exec(bare)?.[1];
  return mark !== undefined && (mark === GROUP || bare.split(mark).length > 2);
}

/**
 * Returns what was typed as a decimal number with a point: "$ 1,234.50" and "1.234,50" both give 1234.50. Of point and
 * comma the later is the decimal mark. What is no number stays as it is, for the API to refuse with its reason.
 */
export function typedAmount(text) {
  const bare = text.replace(/[\s\p{Sc}'’]/gu, "").replace("\u2212", "-");
  if (isGrouped(bare)) {
    return digits(bare);
  }
  const [, whole, mark, decimals] = /^(.*)([.,])(.*)$/.exec(bare) ?? [];
  const group = GROUPED.exec(whole ?? "")?.[1];
  return mark !== undefined && (/^-?\d*$/.test(whole) || (group && group !== mark))
    ? `${digits(whole)}.${decimals}`
    : bare;
}
