// Set-asides: seen, changed, stopped.

import { get } from "./api.js";
import { money } from "./format.js";
import { amountIn, idOf, joined, since, until } from "./plan-words.js";
import { act, thingRow } from "./thing-row.js";

const perWords = { period: "each pay period", year: "each year" };

function setAsideRow({ one, today }) {
  const { name, amounts, category, from, until: last } = one;
  const path = `/set-asides/${encodeURIComponent(name)}`;
  const current = amounts.filter((amount) => (amount.from ?? "") <= today).at(-1) ?? amounts[0];
  const ended = last !== undefined && last < today;
  return thingRow({
    title: name,
    words: joined([
      amounts
        .map((amount) => joined([`${money(amount.amount)} ${perWords[amount.per]}`, since(amount.from)]))
        .join("; "),
      category ? `for ${category}` : "",
      since(from),
      until(last),
    ]),
    actions: ended
      ? {}
      : {
          change: {
            label: "Change",
            fields: () => [
              amountIn(idOf("aside", name), `Amount ${perWords[current.per]}, from today`, current.amount),
            ],
            send: ({ amount }) =>
              act(`Changed what is set aside for ${name}`, "PUT", path, {
                body: { amount, per: current.per, category, from: today, until: last },
              }),
          },
          stop: {
            label: "Stop",
            run: () => act(`${name} is not set aside any more`, "DELETE", path, { query: { from: today } }),
          },
        },
  });
}

/** The list of set-asides. */
export const SET_ASIDES = {
  id: "set-asides",
  title: "Set aside",
  none: "Nothing is set aside. Pay and plan is where that is begun.",
  load: async () => {
    const [setAsides, { today }] = await Promise.all([get("/set-asides"), get("/ledger")]);
    return setAsides.map((one) => ({ one, today }));
  },
  keyOf: ({ one }) => one.name,
  row: setAsideRow,
};
