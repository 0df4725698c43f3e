// The category rules in the order they are asked: seen, changed, ordered, switched off, removed, applied.

import { call, get } from "./api.js";
import { h, show } from "./dom.js";
import { field } from "./form.js";
import { fullDay } from "./format.js";
import { movedWords, moves } from "./always.js";
import { actionWords, conditionWords } from "./condition.js";
import { conditionField, conditionIn } from "./condition-fields.js";
import { act, thingRow } from "./thing-row.js";
import { versionIn, written } from "./written.js";

const MOST = 1_000_000;

const body = ({ id: _, version: __, ...rule }, edit = {}) => ({ ...rule, ...edit });
const tagOf = ({ version }) => `"${version}"`;
const put = (message, rule, edit) =>
  act(message, "PUT", `/rules/${rule.id}`, { body: body(rule, edit), tag: tagOf(rule) });

async function renumber(rule, priority) {
  const options = { body: body(rule, { priority }), headers: { "If-Match": tagOf(rule) } };
  const { data, headers } = await call("PUT", `/rules/${rule.id}`, options);
  return { rule: data, version: versionIn(headers) };
}

/** Two rules never share a priority, so one of them steps aside while they change places. */
async function swap(one, other, all) {
  const taken = new Set(all.map(({ priority }) => priority));
  let aside = MOST;
  while (taken.has(aside)) {
    aside--;
  }
  const away = await renumber(one, aside);
  const moved = await renumber(other, one.priority);
  const back = await renumber(away.rule, other.priority);
  await written(`Moved the rule “${one.name}”`, [away.version, moved.version, back.version]);
}

function fields(id, { name = "", when, then = { category: "" } }) {
  return [
    field(`${id}-name`, "Name", { name: "name", maxlength: 80, value: name }),
    conditionField(when, "If"),
    then.category === undefined
      ? h("p", { class: "quiet wide" }, `It ${actionWords(then)}`)
      : field(`${id}-category`, "it goes to", { name: "category", maxlength: 200, value: then.category }),
  ];
}

function edited(rule, given, form) {
  const { then = {} } = rule;
  return {
    ...rule,
    name: given.name.trim(),
    when: conditionIn(form),
    then: given.category === undefined ? then : { ...then, category: given.category.trim() },
  };
}

/** Says what the change would move, before it is made, and makes it with or without that. */
async function review(form, change, message, keep) {
  const diff = (await call("POST", "/rules/dry-run", { body: change })).data;
  const apply = () => act(message, "POST", "/rules/apply", { body: change });
  if (diff.moved === 0) {
    await (keep ?? apply)();
    return;
  }
  const place = h("div", { class: "review wide", tabindex: -1 });
  const button = (label, run, className) => {
    const made = h("button", { type: "button", class: className }, label);
    made.addEventListener("click", () => {
      made.disabled = true;
      run().catch((failure) => {
        made.disabled = false;
        show(place, h("p", { class: "error", role: "alert" }, failure.message));
      });
    });
    return made;
  };
  show(
    place,
    h("p", { role: "status" }, `This would move ${movedWords(diff, change.rule?.then ?? {})}.`),
    ...moves(diff),
    h(
      "p",
      { class: "buttons" },
      button("Save and move them", apply, "main"),
      keep ? button("Save for what comes", keep) : null,
    ),
  );
  form.querySelector(".review")?.remove();
  form.append(place);
  place.focus();
}

async function saveRule(rule, given, form) {
  const change = { id: rule.id, rule: body(edited(rule, given, form)) };
  await review(form, change, `Changed the rule “${rule.name}”`, () =>
    put(`Changed the rule “${rule.name}”`, rule, change.rule),
  );
}

function remove(rule) {
  return act(`Removed the rule “${rule.name}”`, "DELETE", `/rules/${rule.id}`, { tag: tagOf(rule) });
}

function row({ rule, before, after, all, findings }) {
  const said = [
    `If the ${conditionWords(rule.when)}, it ${actionWords(rule.then)}.`,
    rule.enabled ? "" : "Switched off.",
    rule.valid_from ? `From ${fullDay(rule.valid_from)} on.` : "",
    ...findings,
  ];
  return thingRow({
    title: rule.name,
    words: said.filter(Boolean).join(" "),
    actions: {
      up: before && { label: "Earlier", run: () => swap(rule, before, all) },
      down: after && { label: "Later", run: () => swap(rule, after, all) },
      change: {
        label: "Change",
        fields: () => fields(`rule-${rule.id}`, rule),
        send: (given, form) => saveRule(rule, given, form),
      },
      toggle: {
        label: rule.enabled ? "Switch off" : "Switch on",
        run: () => put(`Switched ${rule.enabled ? "off" : "on"} “${rule.name}”`, rule, { enabled: !rule.enabled }),
      },
      remove: { label: "Remove", run: () => remove(rule) },
    },
  });
}

async function load() {
  const [rules, findings] = await Promise.all([get("/rules"), get("/rules/lint")]);
  return rules.map((rule, place) => ({
    rule,
    before: rules[place - 1],
    after: rules[place + 1],
    all: rules.map(({ priority }) => ({ priority })),
    findings: findings.filter((one) => one.rule === rule.id).map(({ message }) => message),
  }));
}

/** The list of rules. */
export const RULES = {
  id: "rules",
  title: "Rules",
  none: "No rules yet. After a move the page offers one.",
  load,
  keyOf: ({ rule }) => rule.id,
  row,
  adding: {
    label: "Add a rule",
    fields: () => fields("rule-new", {}),
    send: (given, form) => {
      const rule = edited({}, given, form);
      const made = `Rule “${rule.name}” made`;
      return review(form, { rule }, made, () => act(made, "POST", "/rules", { body: rule }));
    },
  },
};
