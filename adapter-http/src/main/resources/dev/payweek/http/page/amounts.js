// Amounts as a person writes them: read by the marks of the person's language and in one currency, or refused with
// the reason. Nothing is guessed in silence: what two languages read differently is read as the person's own does,
// and said beside the field; what that language cannot read is asked about.

import { currencyNamed, decimalsOf, fold, namesOf, plain } from "./currencies.js";

const MINUS = "[-\u2010-\u2015\u2212\u207b]";
const ALWAYS_DECIMAL = "\u066b";
const ALWAYS_GROUP = "\u066c";

/** Digits of any script stand in runs of ten, each beginning with its zero. */
function digitValue(digit) {
  let first = digit.codePointAt(0);
  const code = first;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) {
    first--;
  }
  return (code - first) % 10;
}

const asciiDigits = (text) => text.replace(/\p{Nd}/gu, digitValue);

function part(format, type) {
  const found = format.formatToParts(1234567.5).find((one) => one.type === type)?.value;
  return found === undefined ? undefined : plain(found) || " ";
}

const marks = new Map();

/** The marks of a language, of money and of plain numbers; some countries write these two differently. */
function marksOf(locale, currency) {
  const key = `${locale},${currency}`;
  if (!marks.has(key)) {
    const money = new Intl.NumberFormat(locale, { style: "currency", currency, minimumFractionDigits: 1 });
    const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 });
    const decimals = [part(money, "decimal"), part(number, "decimal")];
    const groups = [part(money, "group"), part(number, "group")].filter((mark) => mark && !decimals.includes(mark));
    marks.set(key, { decimals, groups });
  }
  return marks.get(key);
}

/** Takes a currency's name off one of the ends, once. */
function withoutName(text, names) {
  const folded = text.toLocaleLowerCase("en");
  for (const name of names.map(fold)) {
    if (folded.startsWith(name)) {
      return text.slice(name.length).trim();
    }
    if (folded.endsWith(name)) {
      return text.slice(0, -name.length).trim();
    }
  }
  return text;
}

/** Takes the sign off an end, or the brackets that stand for it; more than one sign is none. */
function withoutSign(text) {
  const inner = /^\((.*)\)$/su.exec(text);
  if (inner) {
    return { negative: true, rest: inner[1].trim(), bracket: true };
  }
  const [, before, rest, after] = new RegExp(`^(${MINUS}|\\+)?\\s*(.*?)\\s*(${MINUS})?$`, "su").exec(text);
  const sign = before ?? after;
  return { negative: sign !== undefined && sign !== "+", rest: before && after ? text : rest, bracket: false, sign };
}

/** A sign may stand outside or inside of the currency's name, and so may brackets: -$5, $-5, ($5), $(5). */
function takenApart(text, names) {
  const outer = withoutSign(text);
  const bare = withoutName(outer.rest, names);
  if (bare === outer.rest && outer.bracket === false && outer.sign === undefined) {
    return { negative: false, bare };
  }
  if (outer.sign !== undefined || outer.bracket) {
    return { negative: outer.negative, bare };
  }
  const inner = withoutSign(bare);
  return { negative: inner.negative, bare: inner.rest };
}

const GROUPS = {
  ".": /^\d{1,3}(\.\d{3})+$|^\d{1,2}(\.\d{2})*\.\d{3}$/,
  ",": /^\d{1,3}(,\d{3})+$|^\d{1,2}(,\d{2})*,\d{3}$/,
  "'": /^\d{1,3}('\d{3})+$/,
  " ": /^\d{1,3}( \d{3})+$|^\d{1,2}( \d{2})* \d{3}$/,
  [ALWAYS_GROUP]: /^\d{1,3}(\u066c\d{3})+$|^\d{1,2}(\u066c\d{2})*\u066c\d{3}$/,
};

const isGrouped = (whole) =>
  Object.values(GROUPS).some((shape) => shape.test(whole)) && !whole.startsWith("0");

const NOT_A_NUMBER = { problem: "This is not read as an amount." };

/** Which mark is the decimal one: where only one mark stands, once, before three digits, the language decides. */
function decimalMark(bare, { decimals, groups }) {
  if (bare.includes(ALWAYS_DECIMAL)) {
    return ALWAYS_DECIMAL;
  }
  const last = /[.,](?=[^.,]*$)/.exec(bare)?.[0];
  if (last === undefined || bare.split(last).length > 2) {
    return undefined;
  }
  const [whole, rest] = bare.split(last);
  if (/[.,' \u066c]/.test(whole) || !/^\d{3}$/.test(rest) || !/^[1-9]\d{0,2}$/.test(whole)) {
    return last;
  }
  return groups.includes(last) ? undefined : decimals.includes(last) ? last : null;
}

function split(bare, marksHere) {
  const mark = decimalMark(bare, marksHere);
  if (mark === null) {
    return { problem: `“${bare}” can be read in two ways. Please write it without a mark for thousands.` };
  }
  const [whole, fraction = ""] = mark === undefined ? [bare] : bare.split(mark);
  const known = /^\d*$/.test(whole) || isGrouped(whole);
  return known && /^\d*$/.test(fraction) && whole + fraction !== ""
    ? { whole: whole.replace(/\D/g, "") || "0", fraction }
    : NOT_A_NUMBER;
}

function tooFine(bare, decimals, currency, locale) {
  const grouped = bare.replace(/[.,]/, "");
  const thousands = /^[1-9]\d{0,2}[.,]\d{3}$/.test(bare)
    ? ` If thousands are meant, write ${writeAmount(grouped, currency, locale)}.`
    : "";
  const allowed = decimals === 0 ? "no decimals" : `${decimals} decimals`;
  return { problem: `${currency} has ${allowed}.${thousands}` };
}

function foreign(bare, currency, locale) {
  const word = bare.replace(/[\p{Nd}.,'\s()\u066b\u066c+-]/gu, "");
  const other = word && currencyNamed(word, locale);
  if (!other || other.code === currency) {
    return NOT_A_NUMBER;
  }
  const { name, code } = other;
  return { problem: `That is an amount in another currency, ${name} (${code}); this ledger is kept in ${currency}.` };
}

/**
 * Reads what was typed or pasted. Returns {amount: "1234.50"}, a decimal with the currency's digits, or {problem} in
 * words, or {} where there is nothing.
 */
export function readAmount(text, currency, locale) {
  const typed = plain(text);
  if (typed === "") {
    return {};
  }
  const { negative, bare: written } = takenApart(typed, namesOf(currency, locale));
  const bare = asciiDigits(written);
  if (/[^\d.,' \u066b\u066c]/.test(bare)) {
    return foreign(bare, currency, locale);
  }
  const { whole, fraction, problem } = split(bare, marksOf(locale, currency));
  if (problem) {
    return { problem };
  }
  const decimals = decimalsOf(currency);
  if (fraction.length > decimals) {
    return tooFine(bare, decimals, currency, locale);
  }
  const digits = `${whole.replace(/^0+(?=\d)/, "")}${decimals ? "." : ""}${fraction.padEnd(decimals, "0")}`;
  return { amount: negative && /[1-9]/.test(digits) ? `-${digits}` : digits };
}

/** Returns an amount as it stands in a field: by the marks of the language, without thousands and sign of currency. */
export function writeAmount(amount, currency, locale) {
  const decimals = decimalsOf(currency);
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
  }).format(amount);
}
