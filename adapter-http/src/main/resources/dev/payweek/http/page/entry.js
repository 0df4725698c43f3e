// An entry, opened: everything of it can be changed, and only what was changed is sent.

import { Refused, call, get } from "./api.js";
import { byId, h, show } from "./dom.js";
import { clearProblems, onSubmit } from "./form.js";
import { money } from "./format.js";
import { giveBack } from "./give-back.js";
import { offerRule } from "./always.js";
import { refundField, textField } from "./entry-fields.js";
import { splitsField } from "./splits.js";
import { openSheet, problem } from "./sheet.js";
import { suggestions } from "./suggestions.js";
import { why } from "./why.js";
import { refreshPage, versionIn, written } from "./written.js";

/** What is said of each kind of entry, and what it has beyond title, amount and date. */
export const KINDS = {
  expenses: { one: "expense", fields: ["category", "account", "tags", "note"] },
  income: { one: "income", fields: ["account", "tags", "note"] },
  transfers: { one: "transfer", fields: ["account", "to_account", "tags", "note"] },
};

const GONE = "This was deleted meanwhile, so nothing was saved. Recent changes can bring it back.";

async function load(kind, id) {
  const { data, headers } = await call("GET", `/${kind}/${id}`);
  // What was refunded may have been deleted; then its number says enough.
  const refunded = data.refund_of
    ? await get(`/expenses/${data.refund_of}`).catch((failure) => {
        if (failure.status !== 404) {
          throw failure;
        }
      })
    : undefined;
  return { entry: { ...data, refunded }, tag: headers.get("ETag") };
}

function fieldsOf(kind) {
  const fields = ["title", "amount", "date", ...KINDS[kind].fields].map(textField);
  if (kind !== "expenses") {
    return fields;
  }
  const total = () => fields[1].element.querySelector("input").value;
  return [...fields, splitsField(total), refundField()];
}

/** Somebody else has deleted or changed it, or, of an income, anything else of the ledger. */
export const isOvertaken = (failure) => failure instanceof Refused && [404, 412].includes(failure.status);

const valuesOf = (fields) => Object.fromEntries(fields.map((field) => [field.name, field.value()]));

/** Deletes at once, unless it was changed since it was seen. */
export async function removeEntry(kind, entry, tag) {
  const { headers } = await call("DELETE", `/${kind}/${entry.id}`, { headers: { "If-Match": tag } });
  await written(`Deleted “${entry.title}”, ${money(entry.amount)}`, [versionIn(headers)]);
}

/** One entry in its form, with what was last seen of it. */
class Opened {
  constructor(kind, sheet, { entry, tag }) {
    Object.assign(this, { kind, sheet, entry, tag });
    this.fields = fieldsOf(kind);
    this.trouble = h("div", { class: "wide" });
  }

  draw() {
    const { kind, entry, fields } = this;
    const isExpense = kind === "expenses";
    const remove = h("button", { type: "button" }, "Delete");
    remove.addEventListener("click", () => this.remove(remove));
    this.form = h(
      "form",
      { id: "entry-form", class: "entry-form", novalidate: true },
      fields.map(({ element }) => element),
      this.trouble,
      h("p", { class: "buttons wide" }, h("button", { class: "main" }, "Save"), remove),
    );
    fields.forEach((field) => field.fill(entry));
    this.splits = fields.find(({ name }) => name === "splits");
    this.form.addEventListener("input", () => this.look());
    onSubmit(this.form, () => this.save());
    const category = this.form.elements.category;
    show(
      this.sheet.body,
      this.form,
      isExpense ? why(entry) : null,
      isExpense && entry.amount > 0 ? giveBack(entry, () => this.sheet.close()) : null,
      entry.bank_text ? h("p", { class: "quiet" }, `As the bank says: ${entry.bank_text}`) : null,
    );
    if (isExpense) {
      suggestions(entry, (chosen) => {
        category.value = chosen;
        category.focus();
      }).then((found) => found && category.closest(".field").append(found));
    }
    this.look();
  }

  /** The category of what is split is said by its parts. */
  look() {
    if (this.splits) {
      this.splits.look();
      this.form.elements.category.disabled = this.splits.isSplit();
    }
  }

  touched() {
    return this.fields.filter((field) => field.isTouched() && !(field.name === "category" && this.splits.isSplit()));
  }

  async save() {
    show(this.trouble);
    if (this.isGone) {
      throw new Error(GONE);
    }
    try {
      await this.send(valuesOf(this.touched()));
    } catch (failure) {
      await this.meanwhile(failure);
    }
  }

  /** A move is sent apart, since its answer offers the rule for its like. */
  async send({ category, ...others }) {
    const path = `/${this.kind}/${this.entry.id}`;
    const versions = [];
    let suggested;
    if (Object.keys(others).length) {
      const { headers } = await this.write("PATCH", path, others);
      versions.push(versionIn(headers));
    }
    if (category !== undefined) {
      const { data, headers } = await this.write("POST", `${path}/category`, { category: category ?? "" });
      versions.push(versionIn(headers));
      suggested = data.suggested_rule;
    }
    await this.saved(versions, category, suggested);
  }

  async write(method, path, body) {
    const answer = await call(method, path, { body, headers: { "If-Match": this.tag } });
    this.tag = answer.headers.get("ETag");
    this.entry = { ...this.entry, ...(answer.data.expense ?? answer.data) };
    return answer;
  }

  async saved(versions, category, suggested) {
    if (!suggested) {
      this.sheet.close();
    }
    if (versions.length) {
      const { title } = this.entry;
      const words = category === undefined ? `Saved “${title}”` : `Moved “${title}” to ${category}`;
      await written(words, versions);
    }
    if (suggested) {
      const close = () => this.sheet.close();
      // The move itself is done; only the offer could not be made.
      await offerRule(this.sheet.body, suggested, close).catch((failure) =>
        show(this.sheet.body, problem(failure.message)),
      );
    }
  }

  /** What others did to it is said here, and nothing that was typed is lost; anything else is for its own field. */
  async meanwhile(failure) {
    if (!isOvertaken(failure)) {
      throw failure;
    }
    const seen = this.entry.version;
    if (failure.status === 404 || !(await this.reload())) {
      await this.gone();
      return;
    }
    const left = this.touched();
    if (this.entry.version === seen && left.length) {
      await this.send(valuesOf(left));
      return;
    }
    if (left.length === 0) {
      await this.saved([], undefined, undefined);
      return;
    }
    clearProblems(this.form);
    const changes = left.map((field) => h("li", {}, `${field.name.replaceAll("_", " ")}: ${field.words(this.entry)}`));
    show(
      this.trouble,
      problem(
        "This was changed elsewhere meanwhile, and nothing was saved. What you did not touch shows it as it is now; " +
          "Save again to keep what you typed. It is now:",
        h("ul", {}, changes),
      ),
    );
  }

  /** Shows what it is now in each field that was not touched. Returns whether it is still there. */
  async reload() {
    try {
      const untouched = this.fields.filter((field) => !field.isTouched());
      Object.assign(this, await load(this.kind, this.entry.id));
      untouched.forEach((field) => field.fill(this.entry));
      return true;
    } catch (failure) {
      if (failure.status !== 404) {
        throw failure;
      }
      return false;
    }
  }

  async remove(button) {
    button.disabled = true;
    show(this.trouble);
    try {
      await removeEntry(this.kind, this.entry, this.tag);
      this.sheet.close();
    } catch (failure) {
      button.disabled = false;
      await this.notRemoved(failure).catch((other) => show(this.trouble, problem(other.message)));
    }
  }

  async notRemoved(failure) {
    if (!isOvertaken(failure)) {
      throw failure;
    }
    const seen = this.entry.version;
    if (failure.status === 404 || !(await this.reload())) {
      await this.gone();
    } else if (this.entry.version === seen) {
      await removeEntry(this.kind, this.entry, this.tag);
      this.sheet.close();
    } else {
      show(this.trouble, problem("This was changed elsewhere meanwhile, so it was not deleted. See what it is now."));
    }
  }

  async gone() {
    this.isGone = true;
    show(this.trouble, problem(GONE));
    await refreshPage();
  }
}

async function fillLists() {
  const [categories, accounts] = await Promise.all([get("/categories"), get("/accounts")]);
  const options = (names) => names.map((value) => h("option", { value }));
  return [
    h(
      "datalist",
      { id: "entry-categories" },
      options(categories.filter(({ archived }) => !archived).map(({ category }) => category)),
    ),
    h("datalist", { id: "entry-accounts" }, options(accounts.map(({ account }) => account))),
  ];
}

/** Opens one; `back` returns what gets the focus when it closes and its row has been drawn again. */
export async function openEntry(kind, id, back) {
  const { one } = KINDS[kind];
  const sheet = openSheet("entry", `${one.charAt(0).toUpperCase()}${one.slice(1)}`, { back });
  show(sheet.body, h("p", { class: "quiet" }, "Loading…"));
  try {
    const [loaded, lists] = await Promise.all([load(kind, id), fillLists()]);
    new Opened(kind, sheet, loaded).draw();
    sheet.dialog.append(...lists);
    byId("entry-title").focus();
  } catch (failure) {
    const again = h("button", { type: "button" }, "Try again");
    again.addEventListener("click", () => {
      sheet.close();
      openEntry(kind, id, back);
    });
    const isGone = failure.status === 404;
    show(sheet.body, problem(isGone ? "This was deleted meanwhile." : failure.message, isGone ? null : again));
    if (isGone) {
      await refreshPage();
    }
  }
}
