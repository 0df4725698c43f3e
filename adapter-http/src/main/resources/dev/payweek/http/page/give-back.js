// What was given back for an expense, recorded from there. Of a split one the service says where it belongs.

import { call } from "./api.js";
import { negated } from "./add-line.js";
import { h } from "./dom.js";
import { amountField, field, given, onSubmit } from "./form.js";
import { money } from "./format.js";
import { versionIn, written } from "./written.js";

/** Returns what unfolds to a form for it; `close` closes the dialog around it. */
export function giveBack({ id, title, amount, account, category, splits }, close) {
  const form = h(
    "form",
    { id: "give-back", class: "inner", novalidate: true },
    amountField("give-back-amount", "How much came back", { value: amount }),
    field("give-back-date", "On", { name: "date", type: "date" }, "(else today)"),
    h("button", { class: "main" }, "Record it"),
  );
  onSubmit(form, async ({ amount: back, date }, { key }) => {
    const where = splits.length ? "" : category;
    const body = given({ title, amount: negated(back), refund_of: id, account: account ?? "", date, category: where });
    const { data, headers } = await call("POST", "/expenses", { body, headers: { "Idempotency-Key": key } });
    close();
    const parts = data.splits.map((part) => part.category);
    const places = (parts.length ? parts : [data.category]).join(" and ");
    await written(`${money(-data.amount)} of “${title}” given back, to ${places}`, [versionIn(headers)]);
  });
  return h("details", { class: "came-back" }, h("summary", {}, "Money came back"), form);
}
