package dev.payweek.statement;

import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of another program's file: {@code report.balances().get("Checking")} is what that account holds in the
 * end.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param format the name of the program
 * @param transactions how many transactions of the file were taken
 * @param entries how many entries they became, by kind
 * @param balances what each account holds after the last of them
 * @param left what was left out, with its line and the reason
 * @param questions what must be answered first; when there are any, nothing was moved
 */
public record MoveReport(
        String format,
        int transactions,
        Map<EntryKind, Integer> entries,
        SortedMap<String, Money> balances,
        List<ImportReport.SkippedLine> left,
        List<Question> questions) {

    /** Creates a report. */
    public MoveReport {
        entries = Collections.unmodifiableMap(
                entries.isEmpty() ? new EnumMap<>(EntryKind.class) : new EnumMap<>(entries));
        balances = Collections.unmodifiableSortedMap(new TreeMap<>(balances));
        left = List.copyOf(left);
        questions = List.copyOf(questions);
    }
}
