package dev.payweek.period;

import dev.payweek.money.Money;
import java.time.LocalDate;

/**
 * Pay that came, as the calendar needs it.
 *
 * @param entryId the ledger entry that records it
 * @param date the day it came
 * @param amount what came
 * @param opensPeriod whether it opens a pay period of its own even when it lies far from any planned payday
 */
public record Paycheck(long entryId, LocalDate date, Money amount, boolean opensPeriod) {}
