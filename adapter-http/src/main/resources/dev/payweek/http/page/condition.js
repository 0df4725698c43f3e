// The condition of a rule in words.

import { fullDay, money } from "./format.js";

const OPERATORS = {
  is: "is",
  one_of: "is one of",
  contains: "contains",
  starts_with: "starts with",
  ends_with: "ends with",
  matches: "matches",
  less_than: "is less than",
  at_most: "is at most",
  greater_than: "is more than",
  at_least: "is at least",
  on: "is on",
  before: "is before",
  after: "is after",
  between: "is between",
};

/** Returns the name of a field or an operator as a person says it: bank text. */
export const words = (name) => OPERATORS[name] ?? name.replaceAll("_", " ");

/** Returns one value of a field: $4.50, Nov 20, 2026, “coffee”. */
export function valueWords(field, value) {
  if (Array.isArray(value)) {
    return value.length ? value.map((one) => valueWords(field, one)).join(", ") : "nothing";
  }
  switch (field) {
    case "amount":
      return money(value);
    case "date":
      return fullDay(value);
    default:
      return value === "" ? "nothing" : `“${value}”`;
  }
}

/** Returns a comparison: title contains “coffee”. */
export function comparisonWords({ field, op, value }) {
  const compared =
    op === "between" ? value.map((one) => valueWords(field, one)).join(" and ") : valueWords(field, value);
  return `${words(field)} ${words(op)} ${compared}`;
}

/** Returns a whole condition; what is nested stands in brackets. */
export function conditionWords(condition, nested = false) {
  if (condition.not) {
    return `not (${conditionWords(condition.not)})`;
  }
  const parts = condition.all ?? condition.any;
  if (!parts) {
    return comparisonWords(condition);
  }
  const joined = parts.map((part) => conditionWords(part, true)).join(condition.all ? " and " : " or ");
  return nested && parts.length > 1 ? `(${joined})` : joined;
}

/** Returns what a rule does with what it matches: goes to Fun:Coffee. */
export function actionWords({ category, split, transfer, rename, tags = [] }) {
  return [
    category ? `goes to ${category}` : "",
    split ? `is split: ${split.map((share) => `${share.percent} % ${share.category}`).join(", ")}` : "",
    transfer ? "is a transfer" : "",
    rename ? `is called “${rename}”` : "",
    tags.length ? `gets ${tags.map((tag) => `#${tag}`).join(" ")}` : "",
  ]
    .filter(Boolean)
    .join(", ");
}
