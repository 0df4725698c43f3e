// The kinds of thing a plan is made of, each with its list and, where it is set by a form of its own, with that.

import { BILLS } from "./bills-list.js";
import { LIMITS, SOURCES } from "./plan-lists.js";
import { SET_ASIDES } from "./set-aside-list.js";
import { setAsideForm } from "./set-asides.js";

/** The lists, in the order they are shown. */
export const PLAN_LISTS = [SOURCES, BILLS, SET_ASIDES, LIMITS];

/** The forms beside pay and income, each of what is at a path. */
export const PLAN_FORMS = [{ path: "/set-asides", form: setAsideForm }];
