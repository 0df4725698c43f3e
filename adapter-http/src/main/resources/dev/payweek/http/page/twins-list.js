// What may be one movement entered twice: the bank's entry beside the one made by hand, made one or kept two.

import { get } from "./api.js";
import { h } from "./dom.js";
import { fullDay, money, shortDay } from "./format.js";
import { act, thingRow } from "./thing-row.js";

const LINES = [
  ["Date", ({ date }) => fullDay(date)],
  ["What", ({ title }) => title],
  ["As the bank says", ({ bank_text: text, title }) => (text === title ? "" : text)],
  ["Amount", ({ amount }) => money(amount)],
  ["Category", ({ category }) => category],
  ["Account", ({ account }) => account],
  ["Tags", ({ tags }) => tags.map((tag) => `#${tag}`).join(" ")],
  ["Note", ({ note }) => note],
];

/** Both in one table, line by line; what neither has is left out. */
function sideBySide(imported, byHand) {
  const lines = LINES.map(([name, of]) => [name, of(imported) || "", of(byHand) || ""]).filter(([, a, b]) => a || b);
  const heading = (text, scope) => h("th", { scope }, text);
  return h(
    "table",
    { class: "beside" },
    h("caption", { class: "hidden" }, `${imported.title} and ${byHand.title}, side by side`),
    h("thead", {}, h("tr", {}, h("td", {}), heading("From the bank", "col"), heading("By hand", "col"))),
    h(
      "tbody",
      {},
      lines.map(([name, ...both]) => h("tr", {}, heading(name, "row"), both.map((text) => h("td", {}, text)))),
    ),
  );
}

function row({ imported, by_hand: byHand }) {
  const path = `/twins/${imported.id}/${byHand.id}`;
  const names = `“${imported.title}” and “${byHand.title}”`;
  return thingRow({
    title: `${byHand.title}, ${money(byHand.amount)}, ${shortDay(byHand.date)}`,
    words: "One movement, or two? Of one, yours stays and gets the bank's words.",
    more: sideBySide(imported, byHand),
    actions: {
      accept: { label: "Make them one", run: () => act(`${names} are one now`, "POST", `${path}/accept`) },
      decline: { label: "Keep both", run: () => act(`${names} stay two`, "POST", `${path}/decline`) },
    },
  });
}

/** The list of pairs nobody has decided on. */
export const TWINS = {
  id: "twins",
  title: "Entered twice?",
  none: "No entry from a bank looks like one made by hand.",
  load: () => get("/twins"),
  keyOf: ({ imported, by_hand: byHand }) => `${imported.id} ${byHand.id}`,
  row,
};
