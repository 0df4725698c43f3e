// When pay comes: the schedule of the primary pay source.

import { call, get } from "./api.js";
import { h } from "./dom.js";
import { choice, field, given, onSubmit, section } from "./form.js";
import { longDay, typedAmount } from "./format.js";
import { versionOn } from "./sources.js";

const KINDS = [
  ["weekly", "every week"],
  ["two_weeks", "every two weeks"],
  ["semi_monthly", "on the 15th and the last day"],
  ["monthly", "every month on the payday's date"],
  ["last_business_day", "on the last business day of the month"],
];
const AS_IS = "as_is";

/** Returns the schedule that a kind and a payday mean, as PUT /schedule takes it. */
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
function kindOf({ kind, n, days = [], day }) {
  switch (kind) {
    case "weekly":
      return kind;
    case "every_n_weeks":
      return n === 2 ? "two_weeks" : AS_IS;
    case "semi_monthly":
      return days.join() === "15,last" ? kind : AS_IS;
    case "monthly":
      return day === "last_business_day" ? day : typeof day === "number" ? kind : AS_IS;
    default:
      return AS_IS;
  }
}

/** What the form does not show stays as it is; all of it, as long as neither kind nor payday is touched. */
function changed(known, fields, untouched, today) {
  if (untouched || fields.kind === AS_IS) {
    return known;
  }
  const { holidays, tolerance_days } = known ?? {};
  return { ...scheduleOf(fields.kind, fields.anchor || today), holidays, tolerance_days };
}

/** Of a source with several versions only today's changes; the others stay as they are. */
function save(body, source, today) {
  if (!source || source.versions.length === 1) {
    const query = { from: source?.versions[0].from };
    return call("PUT", "/schedule", { query, body });
  }
  const { name, ...rest } = source;
  const { expected_paycheck: expected, tolerance_days = rest.tolerance_days, ...schedule } = body;
  const place = versionOn(source, today);
  const versions = rest.versions.with(place, { ...rest.versions[place], schedule, expected });
  return call("PUT", `/sources/${encodeURIComponent(name)}`, { body: { ...rest, tolerance_days, versions } });
}

/**
 * Returns the form.
 *
 * @param source the primary pay source; none where nobody has said when pay comes, and then there is no schedule
 * @param known its schedule, as GET /schedule shows it
 */
export function scheduleForm(source, known, today, done) {
  const chosen = known ? kindOf(known) : "weekly";
  const kinds = chosen === AS_IS ? [[AS_IS, `as set: ${known.kind.replaceAll("_", " ")}`], ...KINDS] : KINDS;
  const form = h(
    "form",
    { id: "schedule-form", novalidate: true },
    choice("schedule-kind", "I am paid", kinds, { name: "kind" }),
    field("schedule-anchor", "One payday", { name: "anchor", type: "date", value: known?.anchor ?? today }),
    field(
      "schedule-expected",
      "Each time about",
      { name: "expected_paycheck", inputmode: "decimal", value: known?.expected_paycheck },
      "(until pay is recorded)",
    ),
    h("button", { class: "main" }, "Save"),
  );
  const { kind, anchor } = form.elements;
  kind.value = chosen;
  onSubmit(form, async (fields) => {
    const untouched = known && fields.kind === chosen && fields.anchor === anchor.defaultValue;
    const { expected_paycheck: _, ...schedule } = changed(known, fields, untouched, today);
    const expected = given({ expected_paycheck: typedAmount(fields.expected_paycheck) });
    const { headers } = await save({ ...schedule, ...expected }, source, today);
    const [next] = await get("/schedule/paydays", { from: today });
    await done(next ? `Saved. The next payday is ${longDay(next.date)}` : "Saved", headers);
  });
  return section("When pay comes", form);
}
