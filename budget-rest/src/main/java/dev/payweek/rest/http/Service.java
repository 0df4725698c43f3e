package dev.payweek.rest.http;

import dev.payweek.budget.Budget;

/**
 * What all calls of a service share.
 *
 * @param budget what it is about
 * @param kept the answers that are kept
 * @param news what is noticed of the budget
 * @param discovering what its history suggests
 * @param limits how much a request may bring
 */
record Service(Budget budget, KeptAnswers kept, News news, Discovering discovering, BodyLimits limits) {}
