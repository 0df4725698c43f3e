// What is set aside in each pay period before anything is spent.

import { call } from "./api.js";
import { h } from "./dom.js";
import { amountField, field, onPress, onSubmit, section } from "./form.js";
import { fullDay, money } from "./format.js";

const pathOf = (name) => `/set-asides/${encodeURIComponent(name.trim() || " ")}`;

function amountWords({ amount, per, from }) {
  const since = from ? ` from ${fullDay(from)}` : "";
  return `${money(amount)} each ${per === "year" ? "year" : "pay period"}${since}`;
}

function words({ amounts, category, from, until }) {
  return [
    category ? `for ${category}` : "",
    from ? `since ${fullDay(from)}` : "",
    ...amounts.map(amountWords),
    until ? `until ${fullDay(until)}` : "",
  ]
    .filter(Boolean)
    .join(", ");
}

function item(one, today, done) {
  const ended = one.until !== undefined && one.until < today;
  const stop = async () => {
    const { headers } = await call("DELETE", pathOf(one.name), { query: { from: today } });
    await done(`${one.name} is not set aside any more`, headers);
  };
  return h(
    "li",
    { class: "part", "data-set-aside": one.name },
    h(
      "span",
      { class: "what" },
      h("span", { class: "title" }, one.name),
      h("span", { class: "words" }, words(one)),
    ),
    ended
      ? h("span", { class: "quiet" }, "stopped")
      : onPress(h("button", { type: "button", "aria-label": `Stop setting ${one.name} aside` }, "Stop"), stop),
  );
}

/** Returns what is set aside and a form that sets an amount from today on. */
export function setAsideForm(setAsides, today, done) {
  const form = h(
    "form",
    { id: "set-aside-form", class: "row", novalidate: true },
    field("set-aside-name", "What for", { name: "name", required: true, maxlength: 80, placeholder: "Rent" }),
    amountField("set-aside-amount", "Each pay period", { required: true }),
    h("button", {}, "Set aside"),
  );
  onSubmit(form, async ({ name, amount }) => {
    const before = setAsides.find((one) => one.name === name.trim());
    // A new amount of one that ends some day does not move its end; one that has ended begins again.
    const until = before?.until >= today ? before.until : undefined;
    const body = { amount, per: "period", from: today, until };
    const { headers } = await call("PUT", pathOf(name), { body });
    await done(`${name.trim()} is set aside from now on`, headers);
  });
  const list = setAsides.length
    ? h(
        "ul",
        { class: "plainlist" },
        setAsides.map((one) => item(one, today, done)),
      )
    : null;
  return section("Set aside before anything is spent", list, form);
}
