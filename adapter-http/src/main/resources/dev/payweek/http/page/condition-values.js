// What a comparison compares with: the field that each kind of value is typed or chosen in.

import { h } from "./dom.js";
import { sayUnderstood } from "./form.js";
import { amountText, typedAmount } from "./format.js";
import { words } from "./condition.js";

const OF_TEXTS = ["contains", "starts_with", "ends_with", "is", "one_of", "matches"];
const OF_WORDS = ["is", "one_of"];
const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MAX_PATTERN = 256;
const MAX_TEXT = 200;
const MOST_LINES = 6;

/** What can be looked at, each with the comparisons that make sense of it. */
export const FIELDS = {
  title: { ops: OF_TEXTS },
  bank_text: { ops: OF_TEXTS },
  account: { ops: OF_TEXTS },
  note: { ops: OF_TEXTS },
  tag: { ops: OF_TEXTS },
  amount: { ops: ["is", "less_than", "at_most", "greater_than", "at_least", "between"], as: "amount" },
  date: { ops: ["on", "before", "after", "between"], as: "date" },
  weekday: { ops: OF_WORDS, as: "word", among: DAYS },
  kind: { ops: OF_WORDS, as: "word", among: ["expense", "income", "transfer"] },
};

/** Returns the way in which a comparison's values are given: what is typed stays while that is the same. */
export function wayOf({ field, op }) {
  const list = op === "one_of" ? "list" : op === "between" ? "between" : "one";
  return `${FIELDS[field].as ?? "text"} ${list}`;
}

function typed(attributes, value) {
  const input = h("input", { autocomplete: "off", ...attributes, value });
  return { element: input, parts: [input], read: () => input.value };
}

function amount(attributes, value) {
  const input = h("input", {
    id: attributes.id,
    autocomplete: "off",
    inputmode: "decimal",
    "aria-label": attributes["aria-label"],
    value: value === undefined || value === "" ? "" : amountText(value),
  });
  const element = h("span", { class: "field" }, input);
  sayUnderstood(input);
  return { element, parts: [input], read: () => typedAmount(input.value) };
}

/** Texts may hold commas, so each has a line of its own. */
function lines(attributes, values) {
  const rows = Math.min(MOST_LINES, values.length + 1);
  const area = h("textarea", { ...attributes, rows, placeholder: "one in each line" }, values.join("\n"));
  const read = () => area.value.split("\n").map((line) => line.trim()).filter(Boolean);
  return { element: area, parts: [area], read };
}

function chosen(attributes, among, value) {
  const options = among.map((one) => h("option", { value: one, selected: one === value }, words(one)));
  const select = h("select", attributes, options);
  return { element: select, parts: [select], read: () => select.value };
}

function ticked(attributes, among, values) {
  const boxes = among.map((one) =>
    h("input", { id: `${attributes.id}-${one}`, type: "checkbox", value: one, checked: values.includes(one) }),
  );
  const labels = boxes.map((box) => h("label", { class: "same" }, box, ` ${words(box.value)}`));
  return {
    element: h("span", { role: "group", "aria-label": attributes["aria-label"], class: "buttons" }, labels),
    parts: boxes,
    read: () => boxes.filter((box) => box.checked).map((box) => box.value),
  };
}

/** Of two values it is known which one is wrong. */
function partly(read, index) {
  try {
    return read();
  } catch (failure) {
    throw Object.assign(failure, { index });
  }
}

function both(make, attributes, [from, to]) {
  const name = attributes["aria-label"];
  const all = [
    make({ ...attributes, "aria-label": `${name}, from` }, from),
    make({ ...attributes, id: `${attributes.id}-to`, "aria-label": `${name}, to` }, to),
  ];
  return {
    element: h("span", { class: "both" }, all[0].element, h("span", { class: "quiet" }, "and"), all[1].element),
    parts: all.flatMap(({ parts }) => parts),
    read: () => all.map(({ read }, index) => partly(read, index)),
  };
}

const listed = (value) => (Array.isArray(value) ? value : value === "" ? [] : [value]);

/** Returns the field of a comparison's values: {element, parts, read}; `read` throws what is wrong with them. */
export function valueField({ field, op, value }, attributes) {
  const { among } = FIELDS[field];
  const single = listed(value)[0] ?? "";
  const date = (own, one = "") => typed({ ...own, type: "date" }, one);
  switch (wayOf({ field, op })) {
    case "amount one":
      return amount(attributes, single);
    case "amount between":
      return both(amount, attributes, listed(value));
    case "date one":
      return date(attributes, single);
    case "date between":
      return both(date, attributes, listed(value));
    case "word one":
      return chosen(attributes, among, single);
    case "word list":
      return ticked(attributes, among, listed(value));
    case "text list":
      return lines(attributes, listed(value));
    default:
      return typed({ ...attributes, maxlength: op === "matches" ? MAX_PATTERN : MAX_TEXT }, single);
  }
}
