package dev.payweek.plan;

/**
 * What a person decided of one income, with the income's number.
 *
 * <pre>{@code
 * var decided = new DecidedPay(812, new PayDecision.NoPay());
 * decided.income();    // 812
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param income the income's number
 * @param decision what was decided
 */
public record DecidedPay(long income, PayDecision decision) {}
