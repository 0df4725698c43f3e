/**
 * Looking at rules before trusting them: what a change of them would move, and which of them do nothing.
 *
 * <p>Start at {@link dev.payweek.rule.RuleDiff}, made by {@link dev.payweek.review.RuleReapplication}, and at {@link
 * dev.payweek.rule.RuleFinding}, made by {@link dev.payweek.review.RuleLinter}. Both are shown entries one after the
 * other and hold none of them. Knows no stores.
 */
package dev.payweek.review;
