package dev.payweek.statements.csv;

import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementAccount;
import dev.payweek.statement.StatementRow;
import dev.payweek.statement.StatementSink;
import dev.payweek.statements.cell.Currencies;
import dev.payweek.statements.cell.WrittenAmount;
import dev.payweek.statements.cell.WrittenDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The second pass: gives each row to the sink as a movement, as skipped, or as what is wrong with it. */
final class RowReader {

    private static final int MOST_DAYS = 40_000;

    private final Layout layout;
    private final Dialect dialect;
    private final StatementSink sink;
    private final LastRows last;
    private Optional<StatementAccount> account = Optional.empty();
    private final Map<String, Optional<LocalDate>> days = new HashMap<>();
    private final BalanceCheck balances = new BalanceCheck();
    private final StatedFigures stated;
    private int accounts;
    private final int[] words;
    private final RowTitles titles;
    private final int currency;
    private final int category;
    private final int id;
    private final int ownAccount;
    private final int accountName;
    private String lastDay = "";
    private Optional<LocalDate> lastDate = Optional.empty();
    private String lastCode = "";
    private Optional<Currency> lastCurrency = Optional.empty();
    private Optional<Currency> firstCurrency = Optional.empty();
    private boolean severalCurrencies;
    private String lastNumber = "";
    private String lastName = "";

    RowReader(Layout layout, Dialect dialect, StatementSink sink) {
        this.layout = layout;
        this.dialect = dialect;
        this.sink = sink;
        this.last = new LastRows(sink);
        this.stated = new StatedFigures(layout, dialect);
        this.words = layout.words().stream().mapToInt(column -> column).toArray();
        this.titles = new RowTitles(layout);
        // Looked up once here rather than in every row.
        this.currency = layout.columns().of(ColumnRole.CURRENCY);
        this.category = layout.columns().of(ColumnRole.CATEGORY);
        this.id = layout.columns().of(ColumnRole.ID);
        this.ownAccount = layout.columns().of(ColumnRole.OWN_ACCOUNT);
        this.accountName = layout.columns().of(ColumnRole.ACCOUNT_NAME);
    }

    /** Takes a row above the header, which may state what the rows below come to. */
    void above(CsvRow row) {
        stated.state(row);
    }

    /** Takes the next row below the header. */
    void read(CsvRow row) {
        Optional<String> reason = RowFilter.reasonToSkip(row, layout);
        String day = layout.day(row);
        String money = WrittenMoney.first(row, layout);
        if (reason.isPresent()) {
            if (!stated.state(row)) {
                stated.passedOver();
            }
            skip(row, reason.get());
        } else if (money.isEmpty()) {
            withoutMoney(row, day);
        } else {
            Optional<LocalDate> date = date(day);
            WrittenMoney written = new WrittenMoney(row, layout, dialect.mark());
            Optional<BigDecimal> amount = dialect.amount(row, written, layout);
            if (dialect.sign() == SignRule.BY_BALANCE && date.isPresent() && amount.isPresent()) {
                if (isBooked(row)) {
                    byBalance(row, date.get(), amount.get(), written);
                }
                return;
            }
            if (dialect.sign() == SignRule.INVERTED_BUT_REFUNDS && WordEvidence.areOfMoneyBack(words(row))) {
                skip(row, "\"" + titles.of(row, BigDecimal.ONE) + "\" is taken as money in, as its words say.");
                amount = amount.map(BigDecimal::negate);
            }
            if (date.isPresent() && amount.isPresent()) {
                if (!isBooked(row)) {
                    return;
                }
                if (dialect.sign() == SignRule.BY_WAY && written.hasOtherWord()) {
                    skip(
                            row,
                            "\"" + layout.cell(row, ColumnRole.DIRECTION)
                                    + "\" says nothing of which way the amount went; it is taken as it stands.");
                }
                movement(row, date.get(), amount.get(), written);
            } else if (date.isEmpty() && amount.isEmpty()) {
                skip(row, "Neither a date nor an amount: " + shortened(row) + ".");
            } else if (date.isEmpty()) {
                reject(row, "date", "bad_date", day.isEmpty() ? "The row has no date." : "\"" + day + "\" is no date.");
            } else if (written.amount().isPresent()) {
                String way = layout.cell(row, ColumnRole.DIRECTION);
                String word = way.isEmpty() ? "no word shows" : "\"" + way + "\" does not show";
                reject(row, "amount", "no_sign", "\"" + money + "\" has no sign, and " + word + " which way it went.");
            } else {
                reject(row, "amount", "bad_amount", "\"" + money + "\" is no amount.");
            }
        }
    }

    private void byBalance(CsvRow row, LocalDate date, BigDecimal amount, WrittenMoney written) {
        Optional<BigDecimal> signed = dialect.balanceSigns()
                .flatMap(signs -> signs.signed(row.line(), amount))
                .or(() -> WordEvidence.way(words(row)).map(way -> way == Direction.OUT ? amount.negate() : amount));
        if (signed.isPresent()) {
            movement(row, date, signed.get(), written);
        } else {
            String message = amount.toPlainString() + " has no sign, and no balance before it shows which way it went.";
            reject(row, "amount", "no_sign", message);
        }
    }

    /** Rows of a day follow each other, and even a long file has few days. */
    private Optional<LocalDate> date(String cell) {
        if (!cell.equals(lastDay)) {
            lastDay = cell;
            Optional<LocalDate> known = days.get(cell);
            lastDate = known == null ? read(cell) : known;
        }
        return lastDate;
    }

    private Optional<LocalDate> read(String cell) {
        Optional<LocalDate> date = WrittenDate.of(cell)
                .flatMap(written -> written.under(dialect.order()))
                .map(layout::settled);
        if (date.isPresent() && days.size() < MOST_DAYS) {
            days.put(cell, date);
        }
        return date;
    }

    private void giveBalances() {
        // An account in one currency has no balance in another.
        if (account.isPresent() && !severalCurrencies) {
            balances.giveDayEnds(sink);
        }
    }

    /** Gives what is still held, and says what the balances show; to be called after the last row. */
    void finish() {
        if (accounts < 2) {
            last.takeTotals(stated.sums()).forEach(this::rejectTotal);
            last.totalAbove(stated.sums())
                    .ifPresent(row -> sink.skipped(
                            row.line(),
                            "\"" + row.title() + "\" is just what all rows below it come to. It is taken as a movement;"
                                    + " if it is their total, remove it."));
        }
        last.flush();
        giveBalances();
        balances.remark().ifPresent(remark -> sink.skipped(balances.line(), remark));
        balances.gaps().ifPresent(remark -> sink.skipped(balances.line(), remark));
        // What a file of several accounts or currencies states in all, no sum of its movements comes to.
        if (accounts < 2 && !severalCurrencies && !dialect.feeOnTop()) {
            stated.remarks(balances.ends()).forEach(remark -> sink.skipped(remark.line(), remark.text()));
            if (!layout.has(ColumnRole.BALANCE)) {
                stated.giveEnds(sink);
            }
        }
    }

    private void withoutMoney(CsvRow row, String day) {
        String words = words(row);
        boolean onlyWords = day.isEmpty()
                && row.cells().stream().filter(cell -> !cell.isEmpty()).count()
                        == layout.words().stream()
                                .filter(column -> !row.cell(column).isEmpty())
                                .count();
        if (last.isOpen() && onlyWords && row.width() >= layout.width() && !words.isEmpty()) {
            last.goOn(words);
        } else if (!day.isEmpty() && date(day).isPresent() && unread(row).isPresent()) {
            reject(
                    row,
                    "amount",
                    "no_amount",
                    "No amount stands where the file has its amounts, but \""
                            + unread(row).get() + "\" stands beside.");
        } else {
            String what = day.isEmpty() ? "Neither a date nor an amount: " : "No amount: ";
            skip(row, stated.state(row) ? "A balance or total, no movement." : what + shortened(row) + ".");
        }
    }

    /** Returns money in a column that is not read: a row that has it may well be a movement, and is not passed over. */
    private Optional<String> unread(CsvRow row) {
        for (int column = 0; column < row.width(); column++) {
            String cell = row.cell(column);
            boolean read = layout.columns().areOf(column) || layout.words().contains(column);
            if (!read
                    && WrittenAmount.of(cell)
                            .filter(WrittenAmount::isMarked)
                            .flatMap(amount -> amount.under(dialect.mark()))
                            .filter(value -> value.signum() != 0)
                            .isPresent()) {
                return Optional.of(cell);
            }
        }
        return Optional.empty();
    }

    private void rejectTotal(StatementRow row) {
        stated.noMovement(row.amount());
        String message =
                "\"" + row.title() + "\" is just what the rows above it come to, so it is taken for a total or balance"
                        + " and no movement.";
        sink.rejected(new RejectedRow(row.line(), "amount", "maybe_total", message));
    }

    /** Returns whether a movement is booked; if not, or if nobody knows, it has been said. */
    private boolean isBooked(CsvRow row) {
        if (!layout.has(ColumnRole.STATUS)) {
            return true;
        }
        String status = layout.cell(row, ColumnRole.STATUS);
        Optional<Boolean> booked = dialect.booked().of(status);
        if (booked.isEmpty()) {
            reject(
                    row,
                    "status",
                    "unknown_status",
                    "It is not known whether \"" + status + "\" means booked; answer booked with it, or with none.");
        } else if (!booked.get()) {
            stated.passedOver();
            skip(row, "Not booked, as was answered: " + status + ".");
        }
        return booked.orElse(false);
    }

    private void movement(CsvRow row, LocalDate date, BigDecimal amount, WrittenMoney written) {
        begin(row);
        BigDecimal inUnits = inUnits(amount);
        Optional<Currency> own = currency(row, written);
        Optional<BigDecimal> held = Optional.empty();
        // Where rows are in several currencies, each has a balance of its own; only the account's is followed.
        boolean ofAccount = own.isEmpty() || dialect.currency().isEmpty() || own.equals(dialect.currency());
        if (layout.has(ColumnRole.BALANCE) && ofAccount) {
            held = dialect.places() == 0 ? written.balance() : written.balance().map(this::inUnits);
            balances.see(row.line(), date, inUnits, held);
        }
        String hint = row.cell(category);
        stated.movement(date, inUnits);
        if (firstCurrency.isEmpty()) {
            firstCurrency = own;
        }
        severalCurrencies |= own.isPresent() && !own.equals(firstCurrency);
        StatementRow movement = new StatementRow(
                row.line(),
                date,
                inUnits,
                own,
                titles.of(row, amount),
                words(row),
                id(row),
                hint.isEmpty() ? Optional.empty() : Optional.of(hint),
                false,
                List.of());
        last.hold(movement, held);
    }

    private BigDecimal inUnits(BigDecimal written) {
        return dialect.places() == 0 ? written : written.movePointLeft(dialect.places());
    }

    private Optional<Currency> currency(CsvRow row, WrittenMoney written) {
        String cell = row.cell(currency);
        if (!cell.equals(lastCode)) {
            lastCode = cell;
            lastCurrency = Currencies.of(cell);
        }
        return lastCurrency.isPresent() ? lastCurrency : written.currency();
    }

    private void skip(CsvRow row, String reason) {
        last.close();
        sink.skipped(row.line(), reason);
    }

    private void reject(CsvRow row, String field, String code, String message) {
        begin(row);
        last.close();
        stated.passedOver();
        sink.rejected(new RejectedRow(row.line(), field, code, message));
    }

    private void begin(CsvRow row) {
        String number = row.cell(ownAccount);
        String name = row.cell(accountName);
        if (account.isEmpty() || !number.equals(lastNumber) || !name.equals(lastName)) {
            last.flush();
            lastNumber = number;
            lastName = name;
            // A bank that forgets an opening quote leaves the closing one behind.
            String both = (number.replace("\"", "") + " " + name).strip();
            Optional<String> own = both.isEmpty() ? layout.account() : Optional.of(both);
            StatementAccount next = new StatementAccount(own, dialect.currency());
            if (account.filter(next::equals).isEmpty()) {
                giveBalances();
                account = Optional.of(next);
                accounts++;
                balances.restart();
                sink.currenciesOfLanguage(layout.spoken());
                sink.account(next);
            }
        }
    }

    private Optional<String> id(CsvRow row) {
        String given = row.cell(id);
        return given.length() < 2 || isPlaceholder(given) ? Optional.empty() : Optional.of(given);
    }

    private static boolean isPlaceholder(String id) {
        return (id.charAt(0) == '0' && id.chars().allMatch(c -> c == '0')) || id.equalsIgnoreCase("NOTPROVIDED");
    }

    /** Returns the bank's words, each cell once. */
    private String words(CsvRow row) {
        String first = "";
        Set<String> more = Set.of();
        for (int column : words) {
            String cell = row.cell(column);
            if (!WrittenMoney.isNothing(cell)) {
                if (first.isEmpty()) {
                    first = cell;
                } else {
                    more = more.isEmpty() ? new LinkedHashSet<>(List.of(first)) : more;
                    more.add(cell);
                }
            }
        }
        return more.isEmpty() ? first : String.join(" ", more);
    }

    private static String shortened(CsvRow row) {
        String all = RowTitles.oneLine(String.join(" ", row.cells())).strip();
        return "\""
                + (all.length() > 60
                        ? all.substring(0, all.offsetByCodePoints(0, Math.min(60, all.codePointCount(0, all.length()))))
                                + "…"
                        : all)
                + "\"";
    }
}
