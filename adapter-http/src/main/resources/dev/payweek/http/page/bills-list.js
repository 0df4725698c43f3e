// The bills: seen, added, changed, a due day skipped, removed.

import { get } from "./api.js";
import { amountField, field, given as filled, touched } from "./form.js";
import { fullDay, money, shortDay } from "./format.js";
import { conditionWords } from "./condition.js";
import { conditionField, conditionIn } from "./condition-fields.js";
import { idOf } from "./plan-words.js";
import { scheduleFields, scheduleFrom } from "./schedule-fields.js";
import { scheduleWords } from "./schedule-words.js";
import { act, change, thingRow } from "./thing-row.js";

const WORDS = { kind: "Due", day: "One due day", adjust: "none" };

const pathOf = (name) => `/bills/${encodeURIComponent(name)}`;

function words({ category, amount, schedule, from, until, match }) {
  return [
    amount === undefined ? "about what was paid the last times" : money(amount),
    scheduleWords(schedule),
    `in ${category}`,
    from ? `since ${fullDay(from)}` : "",
    until ? `until ${fullDay(until)}` : "",
    match ? `paid by what fits: ${conditionWords(match)}` : "",
  ]
    .filter(Boolean)
    .join(", ");
}

/** Of the due days of this pay period those that are open can be skipped, and those skipped taken up again. */
function dueDays({ name }, occurrences) {
  return Object.fromEntries(
    occurrences
      .filter(({ state }) => ["due", "late", "skipped"].includes(state))
      .map(({ due, state }) => {
        const path = `${pathOf(name)}/occurrences/${due}`;
        const day = shortDay(due);
        const skip = () => act(`${name} of ${day} is skipped`, "PUT", path, { body: { skipped: true } });
        const heed = () => act(`${name} of ${day} is due again`, "DELETE", path);
        return [
          `due-${due}`,
          state === "skipped" ? { label: `Not skipped: ${day}`, run: heed } : { label: `Skip ${day}`, run: skip },
        ];
      }),
  );
}

/** An amount left empty is what was usually paid; what else the form does not show stays. */
function edit(bill, given, { changed, match }) {
  const { amount, category, until } = given;
  const edited = {
    amount: amount === "" ? null : amount,
    category: category.trim(),
    schedule: scheduleFrom(bill.schedule, given, changed),
    until: until || null,
  };
  return changed.has("condition") ? { ...edited, match } : edited;
}

function changeFields({ name, amount, category, schedule, until, match }, today) {
  const id = idOf("bill", name);
  return [
    amountField(`${id}-amount`, "Amount", { value: amount, placeholder: "as usually paid" }),
    field(`${id}-category`, "Category", { name: "category", maxlength: 200, value: category }),
    scheduleFields(id, { schedule, today }, WORDS),
    field(`${id}-until`, "Last day", { name: "until", type: "date", value: until }),
    conditionField(match, "Paid by expenses if", { optional: true }),
  ].flat();
}

function row({ bill, occurrences, today }) {
  const { name } = bill;
  return thingRow({
    title: name,
    words: words(bill),
    actions: {
      change: {
        label: "Change",
        fields: () => changeFields(bill, today),
        send: (given, form) => {
          const touches = { changed: touched(form), match: conditionIn(form) };
          return change(`Changed the bill ${name}`, pathOf(name), (now) => edit(now, given, touches));
        },
      },
      ...dueDays(bill, occurrences),
      remove: { label: "Remove", run: () => act(`Removed the bill ${name}`, "DELETE", pathOf(name)) },
    },
  });
}

async function load() {
  const [bills, budget] = await Promise.all([get("/bills"), get("/budget")]);
  return bills.map((bill) => ({
    bill,
    occurrences: budget.bills.filter((one) => one.bill === bill.name),
    today: budget.as_of,
  }));
}

/** The list of bills. */
export const BILLS = {
  id: "bills",
  title: "Bills",
  none: "No bills yet.",
  load,
  keyOf: ({ bill }) => bill.name,
  row,
  adding: {
    label: "Add a bill",
    fields: () => [
      field("bill-new-name", "What for", { name: "name", maxlength: 80, required: true }),
      amountField("bill-new-amount", "Amount", { placeholder: "as usually paid" }),
      field("bill-new-category", "Category", { name: "category", maxlength: 200 }),
      ...scheduleFields("bill-new", {}, WORDS),
      conditionField(undefined, "Paid by expenses if", { optional: true }),
    ],
    send: async (given, form) => {
      const { name, amount, category, anchor } = given;
      if (!name.trim()) {
        throw new Error("A bill needs a name.");
      }
      const schedule = scheduleFrom(undefined, given, new Set());
      const body = filled({ category: category.trim(), amount, from: anchor });
      const stated = { ...body, schedule, match: conditionIn(form) };
      return act(`Added the bill ${name.trim()}`, "PUT", pathOf(name.trim()), { body: stated });
    },
  },
};
