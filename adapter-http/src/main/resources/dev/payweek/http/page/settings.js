// When pay comes, what came, what else is planned, and in which currency.

import { call, download, get, undo } from "./api.js";
import { byId, closable, h, show } from "./dom.js";
import { choice, field, hasArrived, isInUse, onSubmit, section } from "./form.js";
import { incomeForm } from "./income.js";
import { PLAN_FORMS } from "./plan-kinds.js";
import { scheduleForm } from "./schedule.js";
import { zoneHint } from "./service.js";
import { primarySource } from "./sources.js";
import { toast } from "./toast.js";

const INCOMES = 6;

const FORMS = [
  ["json", "everything, to be imported again"],
  ["csv", "entries, for a spreadsheet (CSV)"],
  ["hledger", "a journal for hledger"],
  ["beancount", "a journal for Beancount"],
];

/** A copy of everything is what a backup is: importing it into an empty ledger makes the same one. */
function exportForm(done) {
  const form = h(
    "form",
    { id: "export-form", class: "row", novalidate: true },
    choice("export-format", "Save", FORMS, { name: "format" }),
    h("button", {}, "Download"),
  );
  onSubmit(form, async ({ format }) => {
    const name = await download("/export", { format });
    await done(`Saved ${name}`);
  });
  return section("A copy of this ledger", form);
}

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
    field("ledger-zone", "Time zone", { name: "zone", value: ledger.zone }, zoneHint(ledger.zone)),
    h("button", {}, "Save"),
  );
  const send = async ({ currency, zone }, { changed }) => {
    const body = {
      ...(changed.has("currency") ? { currency: currency.trim().toUpperCase() } : {}),
      ...(changed.has("zone") ? { zone: zone.trim() } : {}),
    };
    const { headers } = await call("PATCH", "/ledger", { body });
    await done("Saved", headers);
  };
  onSubmit(form, send, { untouched: () => done("Nothing was changed") });
  return section("Ledger", form);
}

async function load() {
  const [sources, income, ledger, ...planned] = await Promise.all([
    get("/sources"),
    get("/income", { limit: INCOMES }),
    get("/ledger"),
    ...PLAN_FORMS.map(({ path }) => get(path)),
  ]);
  return { sources, income, ledger, planned };
}

let onChange = async () => {};
let asked = 0;

/** After a change the window closes, unless something is being typed in another of its forms. */
async function done(message, headers) {
  const dialog = byId("settings");
  const forms = [...dialog.querySelectorAll("form")];
  const version = headers?.get("Ledger-Version");
  forms.filter((form) => form.ariaBusy === "true").forEach(hasArrived);
  if (forms.some(isInUse)) {
    await showForms(isInUse);
  } else {
    dialog.close();
  }
  await onChange();
  const back = async () => {
    await undo(version);
    await onChange();
  };
  toast(message, version ? back : undefined);
}

/** Shows the forms with what holds now; those that are to be kept stay as they stand. */
async function showForms(isKept = () => false) {
  const question = ++asked;
  const { sources, income, ledger, planned } = await load();
  if (question !== asked) {
    return;
  }
  const { today } = ledger;
  const place = byId("settings-forms");
  const sections = [
    scheduleForm(primarySource(sources, today), today, done),
    incomeForm(income, today, done),
    ...PLAN_FORMS.map(({ form }, index) => form(planned[index], today, done)),
    ledgerForm(ledger, done),
    exportForm(done),
  ];
  const before = [...place.children];
  if (before.length !== sections.length) {
    show(place, sections);
    return;
  }
  before.forEach((one, index) => isKept(one.querySelector("form")) || one.replaceWith(sections[index]));
}

/** Opens the window; what was typed in it and not sent is still there. */
export async function openSettings() {
  await showForms(isInUse);
  const dialog = byId("settings");
  if (!dialog.open) {
    dialog.showModal();
  }
}

/** Begins to listen; what is given runs after each change. */
export function startSettings(changed) {
  onChange = changed;
  closable(byId("settings"));
  byId("open-settings").addEventListener("click", () => openSettings().catch((failure) => toast(failure.message)));
}
