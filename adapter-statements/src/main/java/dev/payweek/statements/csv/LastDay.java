package dev.payweek.statements.csv;

import dev.payweek.statements.cell.DateOrder;
import dev.payweek.statements.cell.DateOrderEvidence;
import dev.payweek.statements.cell.WrittenDate;
import dev.payweek.statements.cell.YearlessDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The last day of rows whose days have no year: the end of December, unless they run over the turn of the year. */
final class LastDay {

    private static final int LEAP_YEAR = 2024;
    private static final int HALF_A_YEAR = 183;

    private LastDay() {}

    /** Returns the last day, which is in a year; the rows stand in order, the oldest or the newest first. */
    static LocalDate of(SampleTable table, int column, int year) {
        List<WrittenDate> written = table.body().stream()
                .flatMap(row -> YearlessDate.withYear(row.cell(column), LEAP_YEAR).stream())
                .flatMap(cell -> WrittenDate.of(cell).stream())
                .toList();
        DateOrderEvidence evidence = new DateOrderEvidence();
        written.forEach(evidence::see);
        DateOrder order = evidence.order().orElse(DateOrder.DMY);
        List<LocalDate> days =
                written.stream().flatMap(date -> date.under(order).stream()).toList();
        List<LocalDate> turns = new ArrayList<>();
        boolean fallen = false;
        int rises = 0;
        int falls = 0;
        for (int i = 1; i < days.size(); i++) {
            LocalDate before = days.get(i - 1);
            LocalDate day = days.get(i);
            rises += day.isAfter(before) ? 1 : 0;
            falls += day.isBefore(before) ? 1 : 0;
            if (Math.abs(day.getDayOfYear() - before.getDayOfYear()) > HALF_A_YEAR) {
                fallen = day.isBefore(before);
                turns.add(day.isBefore(before) ? days.get(days.size() - 1) : days.get(0));
            }
        }
        // The turn of the year is the only step against the order of the others.
        boolean once = turns.size() == 1 && (fallen ? falls == 1 : rises == 1);
        return once ? turns.get(0).withYear(year) : LocalDate.of(year, 12, 31);
    }
}
