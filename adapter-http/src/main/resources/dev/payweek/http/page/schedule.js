// When pay comes: the schedule of the primary pay source.

import { call, get } from "./api.js";
import { h } from "./dom.js";
import { amountField, choice, field, onSubmit, section } from "./form.js";
import { longDay } from "./format.js";
import { versionOn } from "./sources.js";

const KINDS = [
  ["weekly", "every week"],
  ["two_weeks", "every two weeks"],
  ["semi_monthly", "on the 15th and the last day"],
  ["monthly", "every month on the payday's date"],
  ["last_business_day", "on the last business day of the month"],
];
const AS_IS = "as_is";
const WITH_PAYDAY = ["weekly", "two_weeks", "monthly"];

/** Returns the schedule that a kind and a payday mean. */
function scheduleOf(kind, payday) {
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

/** Returns the choice that means a schedule; none of those offered may. */
function kindOf({ kind, n, days = [], day, minus = 0 }) {
  switch (kind) {
    case "weekly":
      return kind;
    case "every_n_weeks":
      return n === 2 ? "two_weeks" : AS_IS;
    case "semi_monthly":
      return days.join() === "15,last" ? kind : AS_IS;
    case "monthly":
      return day === "last_business_day" && minus === 0 ? day : typeof day === "number" ? kind : AS_IS;
    default:
      return AS_IS;
  }
}

/** A payday of the schedule, which only those kinds have that are shown with one. */
function paydayOf({ anchor, day } = {}, today) {
  if (anchor !== undefined || typeof day !== "number") {
    return anchor ?? today;
  }
  const last = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)), 0)).getUTCDate();
  return `${today.slice(0, 8)}${String(Math.min(day, last)).padStart(2, "0")}`;
}

/** What is not touched stays: all of the schedule, or of the same kind all but the day, or of another kind the rest. */
function scheduleFrom(known, { kind, anchor }, changed) {
  if (known && !changed.has("kind") && !(changed.has("anchor") && WITH_PAYDAY.includes(kind))) {
    return known;
  }
  const made = scheduleOf(kind, anchor);
  if (known && !changed.has("kind")) {
    return { ...known, ...made, adjust: known.adjust };
  }
  const { holidays, tolerance_days } = known ?? {};
  return { ...made, holidays, tolerance_days };
}

const pathOf = ({ name }) => `/sources/${encodeURIComponent(name)}`;

/** Only today's version changes, and of it only what was touched; all else of the source is sent as it is. */
async function save(source, fields, changed, today) {
  const expected = fields.expected_paycheck || undefined;
  if (!source) {
    return call("PUT", "/schedule", { body: { ...scheduleFrom(null, fields, changed), expected_paycheck: expected } });
  }
  // What somebody else has changed meanwhile stays too.
  const now = await get(pathOf(source));
  const { name: _, ...rest } = now;
  const place = versionOn(now, today);
  const before = now.versions[place];
  const version = {
    ...before,
    schedule: scheduleFrom(before.schedule, fields, changed),
    expected: changed.has("expected_paycheck") ? expected : before.expected,
  };
  const body = { ...rest, versions: rest.versions.with(place, version) };
  return call("PUT", pathOf(source), { body });
}

/**
 * Returns the form.
 *
 * @param source the primary pay source; none where nobody has said when pay comes
 */
export function scheduleForm(source, today, done) {
  const { schedule, expected } = source ? source.versions[versionOn(source, today)] : {};
  const chosen = schedule ? kindOf(schedule) : "weekly";
  const kinds = chosen === AS_IS ? [[AS_IS, `as set: ${schedule.kind.replaceAll("_", " ")}`], ...KINDS] : KINDS;
  const payday = field("schedule-anchor", "One payday", {
    name: "anchor",
    type: "date",
    required: true,
    value: paydayOf(schedule, today),
  });
  const form = h(
    "form",
    { id: "schedule-form", novalidate: true },
    choice("schedule-kind", "I am paid", kinds, { name: "kind", value: chosen }),
    payday,
    amountField(
      "schedule-expected",
      "Each time about",
      { name: "expected_paycheck", value: expected },
      "(until pay is recorded)",
    ),
    h("button", { class: "main" }, "Save"),
  );
  const { kind } = form.elements;
  const showPayday = () => (payday.hidden = !WITH_PAYDAY.includes(kind.value));
  kind.addEventListener("change", showPayday);
  showPayday();
  const send = async (fields, { changed }) => {
    if (!fields.anchor && WITH_PAYDAY.includes(fields.kind)) {
      throw Object.assign(new Error(), { errors: [{ pointer: "anchor", message: "A payday is needed here." }] });
    }
    const { headers } = await save(source, fields, changed, today);
    const [next] = await get("/schedule/paydays", { from: today }).catch(() => []);
    await done(next ? `Saved. The next payday is ${longDay(next.date)}` : "Saved", headers);
  };
  onSubmit(form, send, source ? { untouched: () => done("Nothing was changed") } : {});
  return section("When pay comes", form);
}
