// When pay comes, what came, what is set aside, and in which currency.

import { call, get } from "./api.js";
import { byId, closable, h, show } from "./dom.js";
import { choice, field, given, onSubmit } from "./form.js";
import { longDay, money, typedAmount } from "./format.js";
import { toast } from "./toast.js";

const KINDS = [
  ["weekly", "every week"],
  ["two_weeks", "every two weeks"],
  ["semi_monthly", "on the 15th and the last day"],
  ["monthly", "every month on the payday's date"],
  ["last_business_day", "on the last business day of the month"],
];

/** Returns the schedule that a kind and a payday mean, as PUT /schedule takes it. */
function schedule(kind, payday) {
  switch (kind) {
    case "two_weeks":
      return { kind: "every_n_weeks", n: 2, anchor: payday };
    case "semi_monthly":
      return { kind, days: [15, "last"], adjust: "preceding" };
    case "monthly":
      return { kind, day: Number(payday.slice(8)), adjust: "preceding" };
    case "last_business_day":
      return { kind: "monthly", day: kind };
    default:
      return { kind, anchor: payday };
  }
}

function kindOf(known) {
  if (known.kind === "every_n_weeks" && known.n === 2) {
    return "two_weeks";
  }
  return known.day === "last_business_day" ? known.day : known.kind;
}

function payForm(known, today, done) {
  const form = h(
    "form",
    { id: "schedule-form", novalidate: true },
    choice("schedule-kind", "I am paid", KINDS, { name: "kind" }),
    field("schedule-anchor", "One payday", { name: "anchor", type: "date", value: known.anchor ?? today }),
    field(
      "schedule-expected",
      "Each time about",
      { name: "expected_paycheck", inputmode: "decimal", value: known.expected_paycheck },
      "(until a paycheck is recorded)",
    ),
    h("button", { class: "main" }, "Save"),
  );
  const kind = form.elements.kind;
  kind.value = kindOf(known);
  onSubmit(form, async (fields) => {
    const expected = typedAmount(fields.expected_paycheck);
    const body = {
      ...schedule(fields.kind, fields.anchor || today),
      ...given({ expected_paycheck: expected }),
    };
    await call("PUT", "/schedule", { body });
    const [next] = await get("/schedule/paydays", { from: today });
    await done(next ? `Saved. The next payday is ${longDay(next.date)}` : "Saved");
  });
  return section("When pay comes", form);
}

function paycheckForm(today, done) {
  const form = h(
    "form",
    { id: "paycheck-form", class: "row", novalidate: true },
    field("paycheck-amount", "Amount", { name: "amount", inputmode: "decimal", required: true }),
    field("paycheck-date", "Paid on", { name: "date", type: "date", value: today }),
    h("button", {}, "Record"),
  );
  onSubmit(form, async ({ amount, date }) => {
    const { data } = await call("POST", "/income", {
      body: given({ amount: typedAmount(amount), date, paycheck: true }),
    });
    await done(`Paycheck of ${money(data.amount)} recorded`);
  });
  return section("A paycheck came", form);
}

function reservedForm(reserved, done) {
  const form = h(
    "form",
    { id: "reserved-form", class: "row", novalidate: true },
    field("reserved-name", "What for", { name: "name", required: true, maxlength: 80, placeholder: "Rent" }),
    field("reserved-amount", "Each pay period", { name: "amount", inputmode: "decimal", required: true }),
    h("button", {}, "Set aside"),
  );
  onSubmit(form, async ({ name, amount }) => {
    await call("PUT", `/reserved/${encodeURIComponent(name.trim() || " ")}`, {
      body: { amount: typedAmount(amount) },
    });
    await done(`${name.trim()} is set aside from now on`);
  });
  const latest = new Map(reserved.map((one) => [one.name, one.amount]));
  const list = h(
    "ul",
    { class: "plainlist" },
    [...latest].map(([name, amount]) => h("li", {}, `${name}: ${money(amount)}`)),
  );
  return section("Set aside before anything is spent", latest.size ? list : null, form);
}

function currencyForm(ledger, done) {
  const form = h(
    "form",
    { id: "ledger-form", class: "row", novalidate: true },
    field(
      "ledger-currency",
      "Currency",
      { name: "currency", maxlength: 3, value: ledger.currency },
      "(like USD, EUR)",
    ),
    field("ledger-zone", "Time zone", { name: "zone", value: ledger.zone }),
    h("button", {}, "Save"),
  );
  onSubmit(form, async ({ currency, zone }) => {
    await call("PATCH", "/ledger", { body: { currency: currency.trim().toUpperCase(), zone: zone.trim() } });
    await done("Saved");
  });
  return section("Ledger", form);
}

function section(title, ...content) {
  return h("section", { class: "setting" }, h("h3", {}, title), ...content);
}

/** Shows the forms with what holds now. */
export async function openSettings(changed) {
  const [known, reserved, ledger] = await Promise.all([get("/schedule"), get("/reserved"), get("/ledger")]);
  const dialog = byId("settings");
  const done = async (message) => {
    dialog.close();
    await changed();
    toast(message);
  };
  show(
    byId("settings-forms"),
    payForm(known, ledger.today, done),
    paycheckForm(ledger.today, done),
    reservedForm(reserved, done),
    currencyForm(ledger, done),
  );
  dialog.showModal();
}

/** Begins to listen; what is given runs after each change. */
export function startSettings(changed) {
  closable(byId("settings"));
  byId("open-settings").addEventListener("click", () =>
    openSettings(changed).catch((failure) => toast(failure.message)),
  );
}
