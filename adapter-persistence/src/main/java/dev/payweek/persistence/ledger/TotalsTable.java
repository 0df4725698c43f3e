package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.jdbc.PreparedSql.any;
import static dev.payweek.persistence.schema.tables.DaySum.DAY_SUM;
import static dev.payweek.persistence.schema.tables.MonthSum.MONTH_SUM;

import dev.payweek.persistence.jdbc.BatchStatement;
import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.Checksum;
import dev.payweek.persistence.table.DayNumber;
import dev.payweek.persistence.table.RowEncoding;
import dev.payweek.refusal.LedgerException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.Field;
import org.jooq.Table;

/** One of the two tables of sums: each row is the sums of a day, or those of a month. */
final class TotalsTable {

    /** The sums of days, which are counted from 1970-01-01. */
    static final TotalsTable DAYS = new TotalsTable(2, DayNumber::day, DAY_SUM, DAY_SUM.LEDGER, DAY_SUM.DAY);

    /** The sums of months, which are counted from January of the year 0. */
    static final TotalsTable MONTHS =
            new TotalsTable(3, DayNumber::month, MONTH_SUM, MONTH_SUM.LEDGER, MONTH_SUM.MONTH);

    private final long tag;
    private final IntFunction<?> names;
    private final PreparedSql find;
    private final PreparedSql between;
    private final PreparedSql delete;
    private final BatchStatement replace;

    private TotalsTable(long tag, IntFunction<?> names, Table<?> table, Field<Long> ledger, Field<Integer> number) {
        this.tag = tag;
        this.names = names;
        this.find = PreparedSql.find(table, 2);
        this.delete = PreparedSql.delete(table, 2);
        this.replace = new BatchStatement(rows -> PreparedSql.replace(table, 2, rows));
        this.between = new PreparedSql(jooq -> jooq.selectFrom(table)
                .where(ledger.eq(any(ledger)))
                .and(number.ge(any(number)))
                .and(number.le(any(number)))
                .orderBy(number));
    }

    Optional<Row> find(Session link, long ledger, int number) {
        return query(link, find, ledger, number).stream().findFirst();
    }

    /** Returns the rows from one number to another, both inclusive. */
    List<Row> between(Session link, long ledger, int first, int last) {
        return query(link, between, ledger, first, last);
    }

    private List<Row> query(Session link, PreparedSql query, Object... values) {
        return link.query(
                query, row -> new Row(row.getLong(1), row.getInt(2), row.getBytes(3), row.getLong(4)), values);
    }

    Row made(long ledger, int number, Totals sums) {
        byte[] body = sums.bytes();
        return new Row(ledger, number, body, RowEncoding.check(body, tag, ledger, number));
    }

    void write(Session link, List<Row> rows) {
        replace.write(
                link,
                rows.stream()
                        .map(row -> new Object[] {row.ledger, row.number, row.body, row.check})
                        .toList());
    }

    void delete(Session link, long ledger, int number) {
        link.execute(delete, ledger, number);
    }

    /** A row: the day or month, its sums, and the check over both. */
    final class Row {

        private final long ledger;
        private final int number;
        private final byte[] body;
        private final long check;

        private Row(long ledger, int number, byte[] body, long check) {
            this.ledger = ledger;
            this.number = number;
            this.body = body;
            this.check = check;
        }

        int number() {
            return number;
        }

        /** Returns the day or month in words; a damaged number may be none. */
        String name() {
            try {
                return names.apply(number).toString();
            } catch (DateTimeException noDay) {
                return Integer.toString(number);
            }
        }

        /** Returns the stored check, which is borne out when the sums are taken. */
        long check() {
            return check;
        }

        /**
         * Returns the sums.
         *
         * @throws LedgerException if the row is not as it was written
         */
        Totals sums() {
            return read(Totals::of);
        }

        /** Shows each place of the sums; see {@link #sums}. */
        void forEach(Totals.Visitor visitor) {
            read(bytes -> {
                Totals.visit(bytes, visitor);
                return true;
            });
        }

        /** Returns the tally of a month's days; see {@link #sums}. */
        Checksum days() {
            return read(Totals::days);
        }

        private <T> T read(Function<byte[], T> reading) {
            if (check != RowEncoding.check(body, tag, ledger, number)) {
                throw CorruptData.of("The row of sums of " + name());
            }
            try {
                return reading.apply(body);
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw CorruptData.of("The row of sums of " + name(), e);
            }
        }
    }
}
