package dev.payweek.report;

import dev.payweek.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The paycheck behind a pay period.
 *
 * @param entryId the entry that records it; absent while it is only expected
 * @param date the day it came or should come
 * @param amount what came, all paychecks of the period together, or what is expected
 * @param expected whether none has been recorded yet, so that the plan speaks
 */
public record ReportPaycheck(Optional<Long> entryId, LocalDate date, Money amount, boolean expected) {}
