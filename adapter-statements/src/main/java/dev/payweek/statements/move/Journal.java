package dev.payweek.statements.move;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.MoveSink;
import dev.payweek.statement.MovedTransaction;
import dev.payweek.statement.MovedTransaction.Kind;
import dev.payweek.statement.RejectedRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The transactions of a program that keeps double entry. What an account is, its root says: Assets, Liabilities,
 * Equity, Income, Expenses, in the languages in which programs name them.
 */
final class Journal {

    private static final Map<String, Kind> ROOTS = roots();

    /** One side of a transaction; without an amount it takes what the others leave. */
    record Side(String account, Optional<BigDecimal> amount, String currency) {}

    /** A transaction as the program has it. */
    record Booking(int line, LocalDate date, String title, String note, List<Side> sides) {}

    private final List<Booking> bookings = new ArrayList<>();

    private static Map<String, Kind> roots() {
        Map<String, Kind> roots = new HashMap<>();
        add(
                roots,
                Kind.ACCOUNT,
                "assets asset aktiva vermögen actif actifs activos activo attività ativos ativo activa"
                        + " tillgångar aktywa");
        add(
                roots,
                Kind.ACCOUNT,
                "liabilities liability fremdkapital verbindlichkeiten passif passifs passiva pasivos pasivo passività"
                        + " passivos passivo skulder pasywa");
        add(
                roots,
                Kind.EQUITY,
                "equity eigenkapital capital capitaux patrimonio património eigen kapitał anfangsbestand");
        add(
                roots,
                Kind.INCOME,
                "income revenues revenue erträge einkünfte einnahmen revenus revenu ingresos ingreso entrate receitas"
                        + " inkomsten opbrengsten inkomster przychody");
        add(
                roots,
                Kind.SPENDING,
                "expenses expense aufwendungen ausgaben dépenses dépense gastos gasto uscite despesas uitgaven kosten"
                        + " utgifter wydatki");
        return roots;
    }

    private static void add(Map<String, Kind> roots, Kind kind, String words) {
        for (String word : words.split(" ")) {
            roots.put(word, kind);
        }
    }

    void add(Booking booking) {
        bookings.add(booking);
    }

    /**
     * Gives all transactions to a sink.
     *
     * @throws LedgerException if the root of an account is not known
     */
    void give(MoveSink sink) {
        Map<String, String> names = names();
        bookings.forEach(booking -> give(booking, names, sink));
    }

    /** An account goes by its name below the root, unless that of another root is the same. */
    private Map<String, String> names() {
        Set<String> accounts = bookings.stream()
                .flatMap(booking -> booking.sides().stream())
                .map(Side::account)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Integer> counts = new HashMap<>();
        accounts.stream()
                .filter(account -> kind(account) == Kind.ACCOUNT)
                .forEach(account -> counts.merge(below(account), 1, Integer::sum));
        Map<String, String> names = new HashMap<>();
        for (String account : accounts) {
            boolean shared = kind(account) == Kind.ACCOUNT && counts.getOrDefault(below(account), 0) > 1;
            names.put(account, shared ? account : below(account));
        }
        return names;
    }

    private static String below(String account) {
        int colon = account.indexOf(':');
        return colon < 0 ? account : account.substring(colon + 1);
    }

    private static Kind kind(String account) {
        String root = account.split("[: ]", 2)[0].toLowerCase(Locale.ROOT);
        Kind kind = ROOTS.get(root);
        if (kind == null) {
            throw LedgerException.invalid(
                    "file",
                    "unknown_account",
                    "What kind of account \"" + account
                            + "\" is cannot be seen from its name. Let it begin with Assets,"
                            + " Liabilities, Equity, Income or Expenses and export again.");
        }
        return kind;
    }

    private static void give(Booking booking, Map<String, String> names, MoveSink sink) {
        Set<String> currencies = booking.sides().stream()
                .map(Side::currency)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
        long open =
                booking.sides().stream().filter(side -> side.amount().isEmpty()).count();
        if (currencies.size() > 1 || open > 1) {
            sink.rejected(new RejectedRow(
                    booking.line(),
                    "",
                    currencies.size() > 1 ? "currency" : "bad_amount",
                    currencies.size() > 1
                            ? "The transaction is in several currencies: "
                                    + String.join(
                                            ", ", currencies.stream().sorted().toList()) + "."
                            : "Several sides of the transaction have no amount."));
            return;
        }
        BigDecimal rest = booking.sides().stream()
                .flatMap(side -> side.amount().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .negate();
        MovedTransaction transaction = MovedTransaction.of(booking.line(), booking.date(), booking.title())
                .withNote(booking.note())
                .withCurrency(currencies.stream().findFirst().orElse(""));
        for (Side side : booking.sides()) {
            transaction = transaction.with(
                    kind(side.account()),
                    names.getOrDefault(side.account(), side.account()),
                    side.amount().orElse(rest));
        }
        sink.transaction(transaction);
    }
}
