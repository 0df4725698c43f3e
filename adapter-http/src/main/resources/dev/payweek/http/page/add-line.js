// One line of text as an entry: 4.50 coffee yesterday #work. What each word was taken for is shown before it is added.

import { dayOf } from "./day-words.js";
import { understood } from "./format.js";

const LONGEST_AMOUNT = 3;

/** What the first word may say of the kind; an expense needs no word. */
const KINDS = {
  expense: { path: "/expenses", word: "" },
  refund: { path: "/expenses", word: "Refund", negative: true },
  income: { path: "/income", word: "Income" },
  paycheck: { path: "/income", word: "Paycheck" },
  transfer: { path: "/transfers", word: "Transfer" },
};

const isNumeric = (text) => /\p{Nd}/u.test(text);

/** Every run of words that is an amount; of runs from one word the longest, so that 1 234,50 € is one. */
function amountsIn(words) {
  const found = [];
  for (let from = 0; from < words.length; from++) {
    for (let count = Math.min(LONGEST_AMOUNT, words.length - from); count > 0; count--) {
      const text = words.slice(from, from + count).join(" ");
      const { amount } = isNumeric(text) ? understood(text) : {};
      if (amount !== undefined) {
        found.push({ from, count, text, amount });
        from += count - 1;
        break;
      }
    }
  }
  return found;
}

/** Of several numbers the one that looks like money, with a sign or with decimals; else the first. */
function theAmount(words) {
  const all = amountsIn(words);
  return all.find(({ text }) => /\p{Sc}|\p{L}|[.,\u066b]\p{Nd}{1,2}\)?$/u.test(text)) ?? all[0];
}

function without(words, { from, count }) {
  return [...words.slice(0, from), ...words.slice(from + count)];
}

/** Takes the words away that a test holds for, and returns what it made of them. */
function taken(words, make) {
  const left = [];
  const made = [];
  for (const word of words) {
    const one = make(word);
    one === undefined ? left.push(word) : made.push(one);
  }
  return { left, made };
}

const marked = (mark) => (word) => (word.startsWith(mark) && word !== mark ? word.slice(mark.length) : undefined);

/** Only a path that is one of the ledger's is a category; any other word with a colon is part of the title. */
const categoryIn = (categories) => (word) =>
  word.includes(":") ? categories.find((one) => one.toLowerCase() === word.toLowerCase()) : undefined;

/**
 * Reads a line. Returns {kind, path, amount, title, date, tags, accounts, category, problem}, each as far as it is
 * known; of several days the last one counts.
 */
export function readLine(text, { today, categories = [] }) {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const kind = words[0]?.toLowerCase() in KINDS && words.length > 1 ? words.shift().toLowerCase() : "expense";
  const tags = taken(words, marked("#"));
  const accounts = taken(tags.left, marked("@"));
  const category = taken(accounts.left, categoryIn(categories));
  const days = taken(category.left, (word) => dayOf(word, today));
  const amount = theAmount(days.left);
  const rest = amount ? without(days.left, amount) : days.left;
  const doubtful = amount ? undefined : days.left.find(isNumeric);
  return {
    kind,
    word: KINDS[kind].word,
    path: KINDS[kind].path,
    amount: amount && (KINDS[kind].negative ? negated(amount.amount) : amount.amount),
    title: rest.join(" "),
    date: days.made.at(-1),
    tags: tags.made,
    accounts: accounts.made,
    category: category.made.at(-1),
    problem: doubtful && understood(doubtful).problem,
  };
}

/** Returns an amount of the other sign: -4.50. */
export const negated = (amount) => (amount.startsWith("-") ? amount.slice(1) : `-${amount}`);

/** Returns what is sent for it; a category only belongs to an expense. */
export function bodyOf({ path, amount, title, date, tags, accounts, category }, today) {
  const [account, to_account] = accounts;
  return {
    amount,
    date: date ?? today,
    ...(title ? { title } : {}),
    ...(tags.length ? { tags } : {}),
    ...(account ? { account } : {}),
    ...(path === "/transfers" && to_account ? { to_account } : {}),
    ...(path === "/expenses" && category ? { category } : {}),
  };
}
