/**
 * The checks of everything in this project that is not Java: the Terraform root, the SAM template, the image, the
 * scripts and the workflows.
 *
 * <p>Start at {@link dev.payweek.infra.TerraformTest}. Each check runs the real tool where one exists
 * ({@link dev.payweek.infra.Tool}, {@link dev.payweek.infra.Command}), on a copy, so that nothing is left behind in the
 * tree. Where no tool knows the rule, the rule is a function from a document to the list of its faults
 * ({@link dev.payweek.infra.TemplateRules}, {@link dev.payweek.infra.ImageRules},
 * {@link dev.payweek.infra.WorkflowRules}). Scripts run for real against stand-ins for the programs that would reach
 * the network ({@link dev.payweek.infra.StandIns}).
 *
 * <p>A check that accepts everything looks just like a check that passes, so each one is also handed a planted fault
 * and must refuse it. Nothing here reaches AWS or knows anything of the budget.
 */
package dev.payweek.infra;
