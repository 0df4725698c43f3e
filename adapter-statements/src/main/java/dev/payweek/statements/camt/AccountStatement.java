package dev.payweek.statements.camt;

import dev.payweek.statement.StatementAccount;
import dev.payweek.statement.StatementSink;
import dev.payweek.statements.cell.Currencies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** One statement while it is being read: its account, its balances, and what its entries come to. */
final class AccountStatement {

    private final StatementSink sink;
    private Optional<String> id = Optional.empty();
    private String currency = "";
    private String owner = "";
    private Optional<BigDecimal> opening = Optional.empty();
    private Optional<BigDecimal> closing = Optional.empty();
    private Optional<LocalDate> closingDay = Optional.empty();
    private Optional<LocalDate> firstDay = Optional.empty();
    private BigDecimal sum = BigDecimal.ZERO;
    private boolean complete = true;
    private boolean accountGiven;
    private boolean any;

    AccountStatement(String kind, int line, StatementSink sink) {
        this.sink = sink;
        if (!kind.equals("Stmt")) {
            sink.skipped(
                    line,
                    kind.equals("Rpt")
                            ? "A report within the day (camt.052); only what is booked already is imported."
                            : "A notification (camt.054); the account's statement (camt.053) holds its entries too.");
        }
    }

    void takeOfAccount(String path, String text) {
        switch (path) {
            case "Id/IBAN", "Id/Othr/Id", "Id/PrtryAcct/Id" -> id = id.or(() -> Optional.of(text));
            case "Ccy" -> currency = text;
            case "Ownr/Nm" -> owner = text;
            default -> {}
        }
    }

    void take(Balance balance) {
        if (currency.isEmpty()) {
            currency = balance.currency();
        }
        if (balance.isOpening()) {
            opening = opening.or(balance::amount);
        } else if (balance.isClosing()) {
            closing = balance.amount();
            closingDay = balance.day();
        }
        complete &= balance.currency().isEmpty() || balance.currency().equals(currency);
    }

    void take(CamtEntry entry) {
        any = true;
        giveAccount();
        Optional<BigDecimal> amount = entry.give(sink, owner, closingDay);
        if (amount.isPresent()) {
            sum = sum.add(amount.get());
            firstDay = entry.day(closingDay)
                    .filter(day -> firstDay.filter(day::isAfter).isEmpty())
                    .or(() -> firstDay);
        }
        complete &= amount.isPresent() || !entry.isBooked();
        complete &= entry.currency().isEmpty() || entry.currency().equals(currency);
    }

    void end(int line) {
        giveAccount();
        giveBalances();
        if (!any) {
            sink.skipped(line, "The statement of this account holds no movements.");
        } else if (complete && opening.isPresent() && closing.isPresent()) {
            BigDecimal expected = opening.get().add(sum);
            if (expected.compareTo(closing.get()) != 0) {
                sink.skipped(
                        line,
                        "The opening balance and the movements come to " + expected.toPlainString()
                                + ", but the closing balance is "
                                + closing.get().toPlainString()
                                + "; movements may be missing from the file.");
            }
        }
    }

    private void giveBalances() {
        if (complete) {
            firstDay.ifPresent(day -> opening.ifPresent(held -> sink.opening(day, held)));
            closingDay.ifPresent(day -> closing.ifPresent(held -> sink.balance(day, held)));
        }
    }

    private void giveAccount() {
        if (!accountGiven) {
            sink.account(new StatementAccount(id, Currencies.of(currency)));
            accountGiven = true;
        }
    }
}
