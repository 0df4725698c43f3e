// The parts of an expense that belongs in several categories.

import { h, show } from "./dom.js";
import { amountText, money, smallestUnit, typedAmount, understood } from "./format.js";

const FEWEST = 2;

/** In whole smallest units, so that sums are exact; what is no number is none. */
const units = (text) => Math.round(Number(understood(text).amount ?? NaN) / smallestUnit());

function restWords(rest) {
  if (!Number.isFinite(rest)) {
    return "The amounts are not all numbers yet.";
  }
  const amount = money(Math.abs(rest) * smallestUnit());
  if (rest === 0) {
    return "✓ The parts make the whole.";
  }
  return rest > 0 ? `${amount} is left to place.` : `${amount} too much.`;
}

/** Returns the field: like those of one line, with a list of parts. `total` returns the typed amount of the whole. */
export function splitsField(total) {
  const list = h("ul", { class: "splits" });
  const rest = h("p", { class: "quiet", "aria-live": "polite" });
  const add = h("button", { type: "button" }, "Split");
  const element = h(
    "fieldset",
    { id: "entry-splits", name: "splits", class: "wide", tabindex: -1 },
    h("legend", { class: "hidden" }, "Split"),
    list,
    rest,
    add,
  );
  let filled = "[]";

  const rows = () => [...list.children];
  const inputs = (row) => [...row.querySelectorAll("input")];
  const amounts = () => rows().map((row) => inputs(row)[1].value);
  const left = () => units(total()) - amounts().reduce((sum, text) => sum + (text.trim() === "" ? 0 : units(text)), 0);
  const raw = () => JSON.stringify(rows().map((row) => inputs(row).map((input) => input.value.trim())));

  function look() {
    add.textContent = rows().length ? "Another part" : "Split";
    rest.textContent = rows().length ? restWords(left()) : "";
  }

  function part({ category = "", amount } = {}) {
    const row = h(
      "li",
      {},
      h("input", {
        "aria-label": "Category of the part",
        list: "entry-categories",
        maxlength: 200,
        autocomplete: "off",
        placeholder: "Category",
        value: category,
      }),
      h("input", {
        "aria-label": "Amount of the part",
        inputmode: "decimal",
        autocomplete: "off",
        placeholder: "the rest",
        value: amount === undefined ? "" : amountText(amount),
      }),
      h(
        "button",
        { type: "button", class: "plain", "aria-label": "Remove the part", onclick: () => remove(row) },
        "✕",
      ),
    );
    list.append(row);
    return row;
  }

  function remove(row) {
    row.remove();
    if (rows().length < FEWEST) {
      show(list);
    }
    add.focus();
    element.dispatchEvent(new Event("input", { bubbles: true }));
  }

  add.addEventListener("click", () => {
    const first = part();
    if (rows().length < FEWEST) {
      part();
    }
    inputs(first)[0].focus();
    element.dispatchEvent(new Event("input", { bubbles: true }));
  });
  element.addEventListener("input", look);

  return {
    name: "splits",
    element,
    isSplit: () => rows().length > 0,
    look,
    fill: ({ splits }) => {
      show(list);
      splits.forEach(part);
      filled = raw();
      look();
    },
    isTouched: () => raw() !== filled,
    // One part without an amount takes what the others leave.
    value: () => {
      const remainder = amountText(left() * smallestUnit());
      return rows().map((row) => {
        const [category, amount] = inputs(row).map((input) => input.value.trim());
        return { category, amount: typedAmount(amount || remainder) };
      });
    },
    words: ({ splits }) =>
      splits.length ? splits.map(({ category, amount }) => `${category} ${money(amount)}`).join(", ") : "not split",
  };
}
