// When pay comes, what came, what is set aside, and in which currency.

import { call, get, undo } from "./api.js";
import { byId, closable, h, show } from "./dom.js";
import { field, onSubmit, section } from "./form.js";
import { incomeForm } from "./income.js";
import { scheduleForm } from "./schedule.js";
import { setAsideForm } from "./set-asides.js";
import { primarySource } from "./sources.js";
import { toast } from "./toast.js";

const INCOMES = 6;

function ledgerForm(ledger, done) {
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
    const body = { currency: currency.trim().toUpperCase(), zone: zone.trim() };
    const { headers } = await call("PATCH", "/ledger", { body });
    await done("Saved", headers);
  });
  return section("Ledger", form);
}

/** Shows the forms with what holds now. */
export async function openSettings(changed) {
  const [sources, income, setAsides, ledger] = await Promise.all([
    get("/sources"),
    get("/income", { limit: INCOMES }),
    get("/set-asides"),
    get("/ledger"),
  ]);
  const { today } = ledger;
  const source = primarySource(sources, today);
  const schedule = source ? await get("/schedule") : null;
  const dialog = byId("settings");
  const done = async (message, headers) => {
    dialog.close();
    await changed();
    toast(message, async () => {
      await undo(headers.get("Ledger-Version"));
      await changed();
    });
  };
  show(
    byId("settings-forms"),
    scheduleForm(source, schedule, today, done),
    incomeForm(income, today, done),
    setAsideForm(setAsides, today, done),
    ledgerForm(ledger, done),
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
