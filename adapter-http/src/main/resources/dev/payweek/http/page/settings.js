// When pay comes, what came, what is set aside, and in which currency.

import { Refused, call, get } from "./api.js";
import { byId, closable, h, show } from "./dom.js";
import { field, onSubmit, section } from "./form.js";
import { incomeForm } from "./income.js";
import { scheduleForm } from "./schedule.js";
import { setAsideForm } from "./set-asides.js";
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
    await call("PATCH", "/ledger", { body: { currency: currency.trim().toUpperCase(), zone: zone.trim() } });
    await done("Saved");
  });
  return section("Ledger", form);
}

/** Returns the schedule, or null where no pay was ever set up. */
async function schedule() {
  try {
    return await get("/schedule");
  } catch (failure) {
    if (failure instanceof Refused && failure.status === 404) {
      return null;
    }
    throw failure;
  }
}

/** Shows the forms with what holds now. */
export async function openSettings(changed) {
  const [known, income, setAsides, ledger] = await Promise.all([
    schedule(),
    get("/income", { limit: INCOMES }),
    get("/set-asides"),
    get("/ledger"),
  ]);
  const dialog = byId("settings");
  const done = async (message) => {
    dialog.close();
    await changed();
    toast(message);
  };
  show(
    byId("settings-forms"),
    scheduleForm(known, ledger.today, done),
    incomeForm(income, ledger.today, done),
    setAsideForm(setAsides, ledger.today, done),
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
