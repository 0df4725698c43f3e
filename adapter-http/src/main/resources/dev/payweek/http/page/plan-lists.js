// Pay sources and limits: seen, changed, removed.

import { get } from "./api.js";
import { field, touched } from "./form.js";
import { fullDay, money } from "./format.js";
import { conditionWords } from "./condition.js";
import { conditionField, conditionIn } from "./condition-fields.js";
import { amountIn, idOf, joined, since, until } from "./plan-words.js";
import { scheduleFields, scheduleFrom } from "./schedule-fields.js";
import { scheduleWords } from "./schedule-words.js";
import { versionOn } from "./sources.js";
import { act, change, thingRow } from "./thing-row.js";

// Pay sources

const WORDS = { kind: "Comes", day: "One payday", adjust: "preceding" };

function versionWords({ from, schedule, expected }) {
  return joined([scheduleWords(schedule), expected === undefined ? "" : `about ${money(expected)}`, since(from)]);
}

function sourceWords({ primary, primary_from: from, versions, until: last, match }) {
  return joined([
    versions.map(versionWords).join("; then "),
    primary ? `cuts the pay periods${from ? ` from ${fullDay(from)}` : ""}` : "",
    match ? `recognised if the ${conditionWords(match)}` : "",
    until(last),
  ]);
}

/** Only the version of today gets another schedule and amount; the others stay as they are. */
function sourceEdit(now, given, { today, changed, match }) {
  const { amount, until: last } = given;
  const place = versionOn(now, today);
  const before = now.versions[place];
  const version = {
    ...before,
    schedule: scheduleFrom(before.schedule, given, changed),
    expected: amount === "" ? undefined : amount,
  };
  const edited = { versions: now.versions.with(place, version), until: last || null };
  return changed.has("condition") ? { ...edited, match } : edited;
}

function sourceRow({ source, today }) {
  const { name } = source;
  const path = `/sources/${encodeURIComponent(name)}`;
  const id = idOf("source", name);
  return thingRow({
    title: name,
    words: sourceWords(source),
    actions: {
      change: {
        label: "Change",
        fields: () => [
          ...scheduleFields(id, { schedule: source.versions[versionOn(source, today)].schedule, today }, WORDS),
          amountIn(id, "Each time about", source.versions[versionOn(source, today)].expected),
          field(`${id}-until`, "Last day", { name: "until", type: "date", value: source.until }),
          conditionField(source.match, "Recognised if", { optional: true }),
        ],
        send: (given, form) => {
          const touches = { today, changed: touched(form), match: conditionIn(form) };
          return change(`Changed the pay source ${name}`, path, (now) => sourceEdit(now, given, touches));
        },
      },
      remove: { label: "Remove", run: () => act(`Removed the pay source ${name}`, "DELETE", path) },
    },
  });
}

/** The list of pay sources. */
export const SOURCES = {
  id: "sources",
  title: "Pay sources",
  none: "No pay source yet. Pay and plan is where the first is set.",
  load: async () => {
    const [sources, { today }] = await Promise.all([get("/sources"), get("/ledger")]);
    return sources.map((source) => ({ source, today }));
  },
  keyOf: ({ source }) => source.name,
  row: sourceRow,
};

// Limits

const ROLLOVERS = {
  none: "",
  surplus: "what is left is carried on",
  deficit: "what is over is carried on",
  both: "what is left or over is carried on",
};

function limitWords({ amount, per, rollover, cap, from }) {
  return joined([
    `${money(amount)} each ${per === "week" ? "week" : "pay period"}`,
    ROLLOVERS[rollover] ?? rollover,
    cap === undefined ? "" : `up to ${money(cap)}`,
    since(from),
  ]);
}

function limitRow({ category, limits, current }) {
  const path = `/limits/${encodeURIComponent(category)}`;
  return thingRow({
    title: category,
    words: limits.map(limitWords).join("; "),
    actions: {
      change: {
        label: "Change",
        fields: () => [amountIn(idOf("limits", category), "Amount, from today", current.amount)],
        send: ({ amount }) => {
          const { per, rollover, cap, reset } = current;
          const body = { amount, per, rollover, cap, reset };
          return act(`Limit for ${category} set`, "PUT", path, { body });
        },
      },
      remove: { label: "Remove", run: () => act(`No limit for ${category} any more`, "DELETE", path) },
    },
  });
}

/** The list of limits, by category; of each its history. */
export const LIMITS = {
  id: "limits",
  title: "Limits",
  none: "No limits yet. Each category above has its own.",
  load: async () => {
    const [limits, { today }] = await Promise.all([get("/limits"), get("/ledger")]);
    const byCategory = new Map();
    for (const limit of limits.sort((one, other) => one.from.localeCompare(other.from))) {
      byCategory.set(limit.category, [...(byCategory.get(limit.category) ?? []), limit]);
    }
    return [...byCategory].map(([category, all]) => ({
      category,
      limits: all,
      current: all.filter(({ from }) => from <= today).at(-1) ?? all[0],
    }));
  },
  keyOf: ({ category }) => category,
  row: limitRow,
};
