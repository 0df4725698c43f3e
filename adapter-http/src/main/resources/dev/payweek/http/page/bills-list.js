// The bills: seen, added, changed, a due day skipped, removed.

import { get } from "./api.js";
import { amountField, choice, field, given as filled } from "./form.js";
import { fullDay, money, shortDay } from "./format.js";
import { scheduleWords } from "./schedule-words.js";
import { act, change, thingRow } from "./thing-row.js";

const KINDS = [
  ["monthly", "every month"],
  ["two_weeks", "every two weeks"],
  ["weekly", "every week"],
  ["quarterly", "every three months"],
  ["yearly", "every year"],
];

const pathOf = (name) => `/bills/${encodeURIComponent(name)}`;

function scheduleOf(kind, anchor) {
  switch (kind) {
    case "monthly":
      return { kind, day: Number(anchor.slice(8)) };
    case "two_weeks":
      return { kind: "every_n_weeks", n: 2, anchor };
    case "quarterly":
      return { kind: "every_n_months", n: 3, anchor };
    default:
      return { kind, anchor };
  }
}

function words({ category, amount, schedule, from, until }) {
  return [
    amount === undefined ? "about what was paid the last times" : money(amount),
    scheduleWords(schedule),
    `in ${category}`,
    from ? `since ${fullDay(from)}` : "",
    until ? `until ${fullDay(until)}` : "",
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
function edit(bill, { amount, category, until }) {
  return {
    amount: amount === "" ? null : amount,
    category: category.trim(),
    until: until || null,
  };
}

function changeFields({ name, amount, category, until }) {
  const id = `bill-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
  return [
    amountField(`${id}-amount`, "Amount", { value: amount, placeholder: "as usually paid" }),
    field(`${id}-category`, "Category", { name: "category", maxlength: 200, value: category }),
    field(`${id}-until`, "Last day", { name: "until", type: "date", value: until }),
  ];
}

function row({ bill, occurrences }) {
  const { name } = bill;
  return thingRow({
    title: name,
    words: words(bill),
    actions: {
      change: {
        label: "Change",
        fields: () => changeFields(bill),
        send: (given) => change(`Changed the bill ${name}`, pathOf(name), (now) => edit(now, given)),
      },
      ...dueDays(bill, occurrences),
      remove: { label: "Remove", run: () => act(`Removed the bill ${name}`, "DELETE", pathOf(name)) },
    },
  });
}

async function load() {
  const [bills, budget] = await Promise.all([get("/bills"), get("/budget")]);
  return bills.map((bill) => ({ bill, occurrences: budget.bills.filter((one) => one.bill === bill.name) }));
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
      choice("bill-new-kind", "Due", KINDS, { name: "kind" }),
      field("bill-new-due", "One due day", { name: "due", type: "date", required: true }),
    ],
    send: async ({ name, amount, category, kind, due }) => {
      if (!name.trim() || !due) {
        throw new Error("A bill needs a name and one day on which it is due.");
      }
      const body = filled({ category: category.trim(), amount, from: due });
      return act(`Added the bill ${name.trim()}`, "PUT", pathOf(name.trim()), {
        body: { ...body, schedule: scheduleOf(kind, due) },
      });
    },
  },
};
