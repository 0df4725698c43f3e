// What a file leaves open, asked with two of its rows as each answer would read them.

import { h, show } from "./dom.js";
import { fullDay } from "./format.js";
import { amountIn, parts } from "./import-rows.js";

const EXAMPLES = 2;

// To read a long file once for each answer would keep the person waiting.
const LARGEST_TRIED = 4_000_000;

const wordsOf = ({ date, amount, title }, currency) =>
  [date ? fullDay(date) : "", title, amount === undefined ? "" : amountIn(currency, amount)].filter(Boolean).join(", ");

/** Returns how an answer would read the rows; nothing where the file leaves more open or is not read that way. */
async function reading(tried) {
  try {
    const [{ rows, currency }] = parts(await tried);
    return rows.map((row) => wordsOf(row, currency));
  } catch (failure) {
    if (failure.status === 422) {
      return [];
    }
    throw failure;
  }
}

/** Rows that every answer reads alike show nothing, so those come first that do not. */
function examples(readings) {
  const longest = Math.max(...readings.map((rows) => rows.length));
  const places = [...Array(longest).keys()];
  const differing = places.filter((place) => new Set(readings.map((rows) => rows[place])).size > 1);
  return (differing.length ? differing : places).slice(0, EXAMPLES);
}

async function showExamples(lists, options, tryAnswer) {
  const readings = [];
  for (const option of options) {
    readings.push(await reading(tryAnswer(option)));
  }
  const places = examples(readings);
  lists.forEach((list, index) =>
    show(
      list,
      places.map((place) => readings[index][place]).filter(Boolean).map((words) => h("li", {}, words)),
    ),
  );
}

function asked({ message, parameter, options }, { file, answer, tryAnswer }) {
  const lists = options.map(() => h("ul", { class: "examples quiet" }));
  const ways = options.map((option, index) =>
    h(
      "div",
      { class: "way" },
      h("button", { type: "button", onclick: () => answer(parameter, option) }, option),
      lists[index],
    ),
  );
  if (file.size <= LARGEST_TRIED) {
    // Without examples the question is the same.
    showExamples(lists, options, (option) => tryAnswer(parameter, option)).catch((failure) =>
      show(lists[0], h("li", {}, failure.message)),
    );
  }
  return h("fieldset", { class: "question" }, h("legend", {}, message), ways);
}

/**
 * Returns the questions.
 *
 * @param how {file, answer, tryAnswer}: the file asked about, what an answer does, and a dry run with one
 */
export const questionsOf = (questions, how) => questions.map((question) => asked(question, how));
