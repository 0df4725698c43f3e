package dev.payweek.statements.mt940;

import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementAccount;
import dev.payweek.statement.StatementRow;
import dev.payweek.statement.StatementSink;
import dev.payweek.statements.cell.Currencies;
import dev.payweek.statements.cell.DateOrder;
import dev.payweek.statements.cell.WrittenDate;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives each movement of the messages to the sink, and says where a closing balance does not follow. */
final class Mt940Reader {

    private static final Pattern BALANCE = Pattern.compile("([CD])(\\d{6})([A-Z]{3})(\\d{1,15}(?:,\\d{0,6})?)\\s*");

    private static final int CODE = 3;

    private final StatementSink sink;
    private StatementAccount account = StatementAccount.UNNAMED;
    private boolean accountGiven;
    private Optional<String> number = Optional.empty();
    private Optional<Currency> currency = Optional.empty();
    private Optional<BigDecimal> running = Optional.empty();
    private Optional<BigDecimal> opened = Optional.empty();
    private Optional<Field> line = Optional.empty();
    private String details = "";
    private boolean any;

    Mt940Reader(StatementSink sink) {
        this.sink = sink;
    }

    void read(Field field) {
        switch (field.tag()) {
            case "25" -> {
                end();
                number = Optional.of(field.value().strip()).filter(text -> !text.isEmpty());
                currency = Optional.empty();
                running = Optional.empty();
            }
            // The least amount reported: a message without balances names its currency only here.
            case "34F" ->
                currency = currency.or(() -> Currencies.of(
                        field.value().substring(0, Math.min(CODE, field.value().length()))));
            case "60F", "60M" -> balance(field, true);
            case "62F", "62M" -> {
                end();
                balance(field, false);
            }
            case "61" -> {
                end();
                line = Optional.of(field);
            }
            case "86" -> details = line.isPresent() ? field.value() : "";
            default -> end();
        }
    }

    /** Gives what is still held, and says so if there was nothing; to be called after the last field. */
    void finish() {
        end();
        if (!any) {
            sink.skipped(1, "The file holds no movements.");
        }
    }

    private void balance(Field field, boolean opening) {
        Matcher matcher = BALANCE.matcher(field.value());
        if (!matcher.matches()) {
            return;
        }
        BigDecimal size = StatementLine.value(matcher.group(4));
        BigDecimal stated = matcher.group(1).equals("D") ? size.negate() : size;
        currency = Currencies.of(matcher.group(3));
        if (opening) {
            running = Optional.of(stated);
            // Only the first part of a statement begins with a day of its own.
            opened = Optional.of(stated).filter(held -> field.tag().equals("60F"));
        } else {
            begin();
            WrittenDate.of("20" + matcher.group(2))
                    .flatMap(date -> date.under(DateOrder.YMD))
                    .ifPresent(day -> sink.balance(day, stated));
            running.filter(sum -> sum.compareTo(stated) != 0)
                    .ifPresent(sum -> sink.skipped(
                            field.line(),
                            "The closing balance is " + stated.toPlainString() + ", but the opening balance and the"
                                    + " movements come to " + sum.toPlainString() + "."));
        }
    }

    private void end() {
        line.ifPresent(this::movement);
        line = Optional.empty();
        details = "";
    }

    private void movement(Field field) {
        begin();
        any = true;
        Optional<StatementLine> read = StatementLine.of(field.value());
        if (read.isEmpty()) {
            String first = field.value().lines().findFirst().orElse("");
            sink.rejected(new RejectedRow(field.line(), "", "bad_line", "\"" + first + "\" is no movement."));
            running = Optional.empty();
            return;
        }
        StatementLine movement = read.get();
        running = running.map(sum -> sum.add(movement.amount()));
        opened.ifPresent(held -> sink.opening(movement.day(), held));
        opened = Optional.empty();
        Details words = Details.of(details.isEmpty() ? movement.more() : details);
        String fallback = words.text().isEmpty() ? movement.reference() : words.text();
        sink.row(StatementRow.of(
                field.line(),
                movement.day(),
                movement.amount(),
                words.name().isEmpty() ? fallback : words.name(),
                words.words().isEmpty() ? fallback : words.words()));
    }

    private void begin() {
        StatementAccount next = new StatementAccount(number, currency);
        if (!accountGiven || !next.equals(account)) {
            account = next;
            accountGiven = true;
            sink.account(next);
        }
    }
}
