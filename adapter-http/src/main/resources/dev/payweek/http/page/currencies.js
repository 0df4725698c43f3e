// How currencies are written: their codes, signs and names, in the person's language and in English.

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Returns a text in its compatible form: a narrow or unbroken space is a space, a wide digit a digit. */
export function plain(text) {
  const bare = text.replace(BIDI, "").normalize("NFKC").replace(BIDI, "");
  return bare.replace(/[\u2018\u2019\u02bc]/g, "'").replace(/[\u060c\u2e41]/g, ",").trim();
}

const formats = new Map();

function currencyFormat(currency, locale, display = "symbol") {
  const key = [currency, locale, display].join();
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: display }));
  }
  return formats.get(key);
}

/** Returns how many decimals a currency has. */
export const decimalsOf = (currency) => currencyFormat(currency, "en").resolvedOptions().maximumFractionDigits;

const nameIn = (format, amount = 1) =>
  plain(format.formatToParts(amount).find(({ type }) => type === "currency").value);

/** Returns a text for comparing without case. */
export const fold = (text) => plain(text).toLocaleLowerCase("en");

const signs = new Map();

/** Which currency each sign stands for: $ is the dollar of the language's own country, else that of English. */
function signsOf(locale) {
  if (!signs.has(locale)) {
    const known = new Map();
    const ways = [
      ["en-US", "narrowSymbol"],
      ["en-US", "symbol"],
      [locale, "symbol"],
    ];
    for (const [language, display] of ways) {
      for (const code of Intl.supportedValuesOf("currency")) {
        const sign = fold(nameIn(currencyFormat(code, language, display)));
        if (display === "symbol" || !known.has(sign)) {
          known.set(sign, code);
        }
      }
    }
    signs.set(locale, known);
  }
  return signs.get(locale);
}

const writtenAs = (sign, currency, locale) => fold(nameIn(currencyFormat(currency, locale))) === fold(sign);

/** A sign that the person's language writes for another currency is not this one's, however short it is elsewhere. */
function isSomebodyElses(sign, currency, locale) {
  const owner = signsOf(locale).get(fold(sign));
  return (
    owner !== undefined &&
    owner !== currency &&
    writtenAs(sign, owner, locale) &&
    !writtenAs(sign, currency, locale)
  );
}

/** Returns every way in which a currency is written, the longest first: code, sign and name, here and in English. */
export function namesOf(currency, locale) {
  const names = new Set([currency]);
  for (const language of [locale, "en"]) {
    for (const display of ["symbol", "name", "narrowSymbol"]) {
      for (const amount of [1, 2, 5]) {
        names.add(nameIn(currencyFormat(currency, language, display), amount));
      }
    }
  }
  return [...names]
    .filter((name) => name && !isSomebodyElses(name, currency, locale))
    .sort((one, other) => other.length - one.length);
}

/** Returns the currency that a word stands for, by its code or its sign, in words; or undefined. */
export function currencyNamed(word, locale) {
  const known = signsOf(locale).get(fold(word));
  const code = known ?? Intl.supportedValuesOf("currency").find((one) => fold(one) === fold(word));
  return code && { code, name: new Intl.DisplayNames(locale, { type: "currency" }).of(code) };
}
