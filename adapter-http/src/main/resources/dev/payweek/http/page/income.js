// What came in, and which payday it is recognised as the pay of.

import { call } from "./api.js";
import { h } from "./dom.js";
import { amountField, field, given, onPress, onSubmit, section } from "./form.js";
import { fullDay, money, shortDay } from "./format.js";

/** Returns in words what an income is to its pay source. */
function recognised({ pay }) {
  const by = pay?.provenance === "manual" ? ", decided by hand" : "";
  return pay?.source ? `pay of ${pay.source} for ${shortDay(pay.payday)}${by}` : `no pay${by}`;
}

function decision(income, done) {
  const path = `/income/${income.id}/pay`;
  const button = (words, send) =>
    onPress(
      h("button", { type: "button", "aria-label": `${words}: ${income.title}, ${money(income.amount)}` }, words),
      send,
    );
  if (income.pay?.provenance === "manual") {
    return button("Decide by schedule", async () => {
      const { headers } = await call("DELETE", path);
      await done("The schedule decides again", headers);
    });
  }
  return income.pay?.source
    ? button("Not pay", async () => {
        const { headers } = await call("PUT", path, { body: { none: true } });
        await done(`“${income.title}” is no pay`, headers);
      })
    : null;
}

function item(income, done) {
  return h(
    "li",
    { class: "part", "data-income": income.id },
    h(
      "span",
      { class: "what" },
      h("span", { class: "title" }, `${income.title}, ${money(income.amount)}`),
      h("span", { class: "words" }, `${fullDay(income.date)}: ${recognised(income)}`),
    ),
    decision(income, done),
  );
}

/** Returns the latest incomes and a form for one more. */
export function incomeForm(latest, today, done) {
  const form = h(
    "form",
    { id: "income-form", class: "row", novalidate: true },
    amountField("income-amount", "Amount", { required: true }),
    field("income-date", "Came on", { name: "date", type: "date", value: today }),
    h("button", {}, "Record"),
  );
  onSubmit(form, async ({ amount, date }, { key }) => {
    const body = given({ amount, date });
    const { data, headers } = await call("POST", "/income", { body, headers: { "Idempotency-Key": key } });
    await done(`Income of ${money(data.amount)} recorded: ${recognised(data)}`, headers);
  });
  const list = latest.length
    ? h(
        "ul",
        { class: "plainlist" },
        latest.map((income) => item(income, done)),
      )
    : null;
  return section("Income", list, form);
}
