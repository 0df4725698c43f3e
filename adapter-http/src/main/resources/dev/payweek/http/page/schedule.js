// When pay comes: the schedule of the primary pay source.

import { call, get } from "./api.js";
import { h } from "./dom.js";
import { amountField, onSubmit, section } from "./form.js";
import { longDay } from "./format.js";
import { scheduleFields, scheduleFrom } from "./schedule-fields.js";
import { versionOn } from "./sources.js";

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
  const words = { kind: "I am paid", day: "One payday", begin: "weekly", adjust: "preceding" };
  const form = h(
    "form",
    { id: "schedule-form", novalidate: true },
    scheduleFields("schedule", { schedule, today }, words),
    amountField(
      "schedule-expected",
      "Each time about",
      { name: "expected_paycheck", value: expected },
      "(until pay is recorded)",
    ),
    h("button", { class: "main" }, "Save"),
  );
  const send = async (fields, { changed }) => {
    const { headers } = await save(source, fields, changed, today);
    const [next] = await get("/schedule/paydays", { from: today }).catch(() => []);
    await done(next ? `Saved. The next payday is ${longDay(next.date)}` : "Saved", headers);
  };
  onSubmit(form, send, source ? { untouched: () => done("Nothing was changed") } : {});
  return section("When pay comes", form);
}
