// The form that adds an expense.

import { call, newKey, undo } from "./api.js";
import { byId, h, show } from "./dom.js";
import { given, onSubmit } from "./form.js";
import { money, typedAmount } from "./format.js";
import { toast } from "./toast.js";

/** Begins to listen; what is given runs after each expense added. */
export function startAdding(changed) {
  const form = byId("add");
  // The same key as long as nothing is typed: a press after a lost answer adds nothing twice.
  let key = newKey();
  form.addEventListener("input", () => {
    key = newKey();
  });
  onSubmit(form, async ({ title, amount, date, category }) => {
    const body = given({ title: title.trim(), amount: typedAmount(amount), date, category: category.trim() });
    const { data, headers } = await call("POST", "/expenses", { body, headers: { "Idempotency-Key": key } });
    key = newKey();
    form.elements.title.value = "";
    form.elements.amount.value = "";
    form.elements.category.value = "";
    form.elements.title.focus();
    await changed();
    toast(`Added “${data.title}”, ${money(data.amount)}, to ${data.category}`, async () => {
      await undo(headers.get("Ledger-Version"));
      await changed();
    });
  });
}

/** Shows what may be chosen: the ledger's categories, its currency, and today as the day until another is picked. */
export function showAddForm(categories, currency, today) {
  const names = categories.filter((category) => !category.archived).map(({ category }) => category);
  show(
    byId("categories-known"),
    names.map((name) => h("option", { value: name })),
  );
  byId("add-currency").textContent = `(${currency})`;
  const date = byId("add-date");
  if (date.value === "" || date.value === date.dataset.today) {
    date.value = today;
  }
  date.dataset.today = today;
}
