// What the list of entries is narrowed to, beside its search: category, account, days, amounts.

import { byId, h } from "./dom.js";
import { field } from "./form.js";
import { typedAmount } from "./format.js";
import { keepView } from "./view.js";

const NAMES = ["category", "account", "from", "to", "min", "max"];

const input = (name) => byId(`filter-${name}`);
const isSet = () => NAMES.some((name) => input(name).value.trim() !== "");

/** Says in the summary that the list is not all there is. */
function look() {
  byId("filters").querySelector("summary").textContent = isSet() ? "Filter: on" : "Filter";
}

/** Returns the filters as the API takes them; throws what is wrong with an amount. */
export function filters(kind) {
  const typed = Object.fromEntries(NAMES.map((name) => [name, input(name).value.trim()]));
  return {
    ...typed,
    category: kind === "expenses" ? typed.category : "",
    min: typedAmount(typed.min),
    max: typedAmount(typed.max),
  };
}

/** Puts the fields above the list; what is given runs after each change. */
export function startFilters(changed) {
  const clear = h("button", { type: "button" }, "Clear");
  const details = h(
    "details",
    { id: "filters", class: "filters" },
    h("summary", {}, "Filter"),
    h(
      "div",
      { class: "filter-fields" },
      field("filter-category", "Category", { list: "categories-known", maxlength: 200 }),
      field("filter-account", "Account", { maxlength: 80 }),
      field("filter-from", "From", { type: "date" }),
      field("filter-to", "To", { type: "date" }),
      field("filter-min", "At least", { inputmode: "decimal" }),
      field("filter-max", "At most", { inputmode: "decimal" }),
      clear,
    ),
  );
  byId("expenses").before(details);
  for (const name of NAMES) {
    input(name).addEventListener("change", () => {
      look();
      changed();
    });
    input(name).addEventListener("viewtaken", () => {
      look();
      details.open = isSet();
    });
  }
  clear.addEventListener("click", () => {
    NAMES.forEach((name) => (input(name).value = ""));
    keepView();
    look();
    changed();
  });
}
