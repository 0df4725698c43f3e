// The fields of an entry. Each knows what it was filled with, so that only what a person touched is sent.

import { page } from "./api.js";
import { h, show } from "./dom.js";
import { field, sayUnderstood } from "./form.js";
import { amountText, fullDay, money, typedAmount } from "./format.js";

const PATIENCE_MS = 250;

const optional = (text) => (text === "" ? null : text);

/** Returns how an expense is named where one is chosen: #812 Corner Coffee, Nov 20, 2026, $4.50. */
const refundWords = ({ id, title, date, amount }) => `#${id} ${title}, ${fullDay(date)}, ${money(amount)}`;

const TEXTS = {
  title: { label: "What", attributes: { required: true, maxlength: 200 }, read: (text) => text.trim() },
  amount: {
    label: "Amount",
    attributes: { required: true, inputmode: "decimal" },
    write: amountText,
    read: typedAmount,
  },
  date: { label: "Date", attributes: { type: "date", required: true } },
  category: { label: "Category", attributes: { maxlength: 200, list: "entry-categories" } },
  account: { label: "Account", attributes: { maxlength: 80, list: "entry-accounts" } },
  to_account: { label: "To account", attributes: { maxlength: 80, list: "entry-accounts" } },
  tags: {
    label: "Tags",
    hint: "(with commas between)",
    attributes: { maxlength: 400 },
    write: (tags) => tags.join(", "),
    read: (text) =>
      text
        .split(",")
        .map((tag) => tag.trim().replace(/^#/, ""))
        .filter(Boolean),
  },
  note: { label: "Note", attributes: { maxlength: 2000 } },
};

/** Returns a field of one line: {name, element, fill, isTouched, value, words}. */
export function textField(name) {
  const { label, hint, attributes, ...own } = TEXTS[name];
  const { write = (value) => value ?? "", read = (text) => optional(text.trim()) } = own;
  const element = field(`entry-${name}`, label, { name, ...attributes }, hint);
  const input = element.querySelector("input");
  if (name === "amount") {
    sayUnderstood(input);
  }
  return {
    name,
    element,
    fill: (entry) => {
      input.value = write(entry[name]);
      input.defaultValue = input.value;
    },
    isTouched: () => input.value.trim() !== input.defaultValue,
    value: () => read(input.value),
    words: (entry) => write(entry[name]) || "nothing",
  };
}

/** Returns the field that says which expense a refund gives back; it finds them while one types. */
export function refundField() {
  const known = h("datalist", { id: "entry-refunds" });
  const element = field(
    "entry-refund_of",
    "Refund of",
    { name: "refund_of", list: "entry-refunds", maxlength: 300, placeholder: "type to find the expense" },
  );
  element.append(known);
  const input = element.querySelector("input");
  let timer;
  let asked = 0;
  async function find() {
    const question = ++asked;
    const { items } = await page("/expenses", { q: input.value.trim(), limit: 8 });
    if (question === asked) {
      show(
        known,
        items.map((expense) => h("option", { value: refundWords(expense) })),
      );
    }
  }
  input.addEventListener("input", () => {
    clearTimeout(timer);
    if (input.value.trim() && !input.value.startsWith("#")) {
      // Without what is found the number can still be typed; what is wrong with it is said when it is saved.
      timer = setTimeout(() => find().catch(() => show(known)), PATIENCE_MS);
    }
  });
  return {
    name: "refund_of",
    element,
    fill: ({ refund_of: id, refunded }) => {
      input.value = id === undefined ? "" : refunded ? refundWords(refunded) : `#${id}`;
      input.defaultValue = input.value;
    },
    isTouched: () => input.value.trim() !== input.defaultValue,
    value: () => {
      const text = input.value.trim();
      const id = /^#?(\d+)/.exec(text);
      if (text && !id) {
        throw new Error("Choose one of the expenses that are found, or type its number.");
      }
      return id ? Number(id[1]) : null;
    },
    words: ({ refund_of: id }) => (id === undefined ? "nothing" : `#${id}`),
  };
}
