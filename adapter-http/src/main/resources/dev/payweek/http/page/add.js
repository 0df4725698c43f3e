// The form that adds an expense.

import { call, undo } from "./api.js";
import { byId, h, show } from "./dom.js";
import { given, onSubmit, sayUnderstood } from "./form.js";
import { money } from "./format.js";
import { toast } from "./toast.js";

/** Begins to listen; what is given runs after each expense added. */
export function startAdding(changed) {
  const form = byId("add");
  sayUnderstood(form.elements.amount);
  onSubmit(form, async ({ title, amount, date, category }, { key }) => {
    const sent = { title, amount: form.elements.amount.value, category };
    const body = given({ title: title.trim(), amount, date, category: category.trim() });
    const { data, headers } = await call("POST", "/expenses", { body, headers: { "Idempotency-Key": key } });
    // What was typed while this was under way belongs to the next one.
    for (const [name, value] of Object.entries(sent)) {
      const field = form.elements[name];
      field.value = field.value === value ? "" : field.value;
      field.dispatchEvent(new Event("input"));
    }
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
