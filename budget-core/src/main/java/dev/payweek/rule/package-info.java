/**
 * Rules that put expenses into categories.
 *
 * <p>Start at {@link dev.payweek.rule.CategoryRule}: a {@link dev.payweek.rule.Condition} and a {@link
 * dev.payweek.rule.RuleAction}. A {@link dev.payweek.rule.RuleSet} asks them in order and can explain itself ({@link
 * dev.payweek.rule.Explanation}); {@link dev.payweek.rule.When} lets a rule be written as a sentence. Knows entries
 * only by their details, and no stores.
 */
@NullMarked
package dev.payweek.rule;

import org.jspecify.annotations.NullMarked;
