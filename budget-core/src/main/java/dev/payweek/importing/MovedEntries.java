package dev.payweek.importing;

import dev.payweek.category.Categories;
import dev.payweek.category.CategoryPath;
import dev.payweek.edit.LedgerSession;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.PrintableText;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportReport.SkippedLine;
import dev.payweek.statement.MovedTransaction;
import dev.payweek.statement.MovedTransaction.Kind;
import dev.payweek.statement.MovedTransaction.Posting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes entries of the transactions of another program, so that every account and every category holds what it held
 * there: all income and spending happens on the account of which most was moved, and what the others have more or less
 * is transferred between it and them. What was there before the books began comes by a transfer from nowhere.
 */
final class MovedEntries {

    private static final int LONGEST_LEVEL = 40;

    private final LedgerSession session;
    private final Currency currency;
    private final Map<String, Optional<CategoryPath>> categories = new HashMap<>();
    private final Map<String, Money> balances = new HashMap<>();
    private final List<SkippedLine> remarks = new ArrayList<>();

    MovedEntries(LedgerSession session, Currency currency) {
        this.session = session;
        this.currency = currency;
    }

    Map<String, Money> balances() {
        return balances;
    }

    List<SkippedLine> remarks() {
        return remarks;
    }

    /**
     * Returns the entries of a transaction; none of one that moves nothing.
     *
     * @throws LedgerException if it cannot be kept as it is
     */
    List<Entry> of(MovedTransaction transaction) {
        if (!transaction.currency().isEmpty() && !transaction.currency().equals(currency.getCurrencyCode())) {
            throw LedgerException.invalid(
                    "currency",
                    "currency",
                    "The transaction is in " + transaction.currency() + ", and the ledger in " + currency + ".");
        }
        if (!transaction.isBalanced()) {
            throw LedgerException.invalid(
                    "postings", "sum", "The sides of the transaction do not come to the same amount.");
        }
        Map<String, Money> accounts = sums(transaction, Kind.ACCOUNT);
        Money income = sum(transaction, Kind.INCOME).negated();
        Money equity = sum(transaction, Kind.EQUITY).negated();
        List<Split> spending = spending(transaction);
        Optional<String> main = accounts.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<String, Money> account) ->
                                account.getValue().abs())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
        List<Entry> entries = new ArrayList<>();
        if (!income.isZero()) {
            entries.add(new Income(next(), 1, details(transaction, income, main), Optional.empty()));
        }
        if (!spending.isEmpty()) {
            entries.add(expense(transaction, spending, main));
        }
        if (!equity.isZero() && entries.isEmpty()) {
            accounts.forEach((name, amount) -> entries.add(fromNowhere(transaction, amount, Optional.of(name))));
        } else {
            if (!equity.isZero()) {
                entries.add(fromNowhere(transaction, equity, main));
            }
            accounts.forEach((name, amount) -> {
                if (!Optional.of(name).equals(main) && !amount.isZero()) {
                    entries.add(transfer(transaction, main.orElseThrow(), name, amount));
                }
            });
        }
        accounts.forEach((name, amount) -> {
            session.requireAccount(name);
            balances.merge(name, amount, Money::plus);
        });
        return entries;
    }

    private long next() {
        return session.writer().nextId();
    }

    /** An opening balance, or what was corrected. */
    private Transfer fromNowhere(MovedTransaction transaction, Money more, Optional<String> account) {
        return Transfer.of(next(), 1, details(transaction, more.negated(), account));
    }

    /** From the account that has less to the one that has more. */
    private Transfer transfer(MovedTransaction transaction, String main, String other, Money more) {
        String from = more.isPositive() ? main : other;
        String to = more.isPositive() ? other : main;
        return Transfer.of(next(), 1, details(transaction, more.abs(), Optional.of(from)))
                .to(to);
    }

    private Expense expense(MovedTransaction transaction, List<Split> spending, Optional<String> main) {
        Money whole = spending.stream().map(Split::amount).reduce(Money.zero(currency), Money::plus);
        CategoryPath category = spending.get(0).category();
        boolean decided = spending.size() > 1 || !category.equals(Categories.OTHER);
        Expense expense = Expense.of(
                next(),
                1,
                details(transaction, whole, main),
                category,
                decided ? Provenance.MANUAL : Provenance.DEFAULT);
        return spending.size() > 1 ? expense.withParts(spending) : expense;
    }

    /** The parts by category; several of one category stay several, as the person split them. */
    private List<Split> spending(MovedTransaction transaction) {
        return transaction.postings().stream()
                .filter(posting ->
                        posting.kind() == Kind.SPENDING && posting.amount().signum() != 0)
                .map(posting -> new Split(category(posting.name()), money(posting)))
                .toList();
    }

    private Map<String, Money> sums(MovedTransaction transaction, Kind kind) {
        Map<String, Money> sums = new LinkedHashMap<>();
        transaction.postings().stream()
                .filter(posting -> posting.kind() == kind)
                .forEach(posting ->
                        sums.merge(PrintableText.line(posting.name(), Account.MAX_NAME), money(posting), Money::plus));
        return sums;
    }

    private Money sum(MovedTransaction transaction, Kind kind) {
        return sums(transaction, kind).values().stream().reduce(Money.zero(currency), Money::plus);
    }

    private Money money(Posting posting) {
        return Money.of(posting.amount(), currency);
    }

    private static EntryDetails details(MovedTransaction transaction, Money amount, Optional<String> account) {
        String title = PrintableText.line(transaction.title(), EntryDetails.MAX_TITLE);
        String note = PrintableText.kept(transaction.note(), EntryDetails.MAX_NOTE);
        String named = title.isEmpty() ? PrintableText.line(note, EntryDetails.MAX_TITLE) : title;
        return new EntryDetails(
                transaction.date(),
                amount,
                named.isEmpty() ? "(no text)" : named,
                Optional.empty(),
                account,
                Optional.of(note).filter(text -> !text.isBlank() && !text.equals(named)),
                List.of());
    }

    /** The category of another program's name, made when it is not there yet. */
    private CategoryPath category(String name) {
        return categories
                .computeIfAbsent(name, other -> Optional.of(made(other)))
                .orElse(Categories.OTHER);
    }

    private CategoryPath made(String name) {
        List<String> levels = new ArrayList<>();
        for (String level : name.split(":")) {
            String plain = PrintableText.line(level, LONGEST_LEVEL);
            if (!plain.isEmpty()) {
                levels.add(plain);
            }
        }
        if (levels.isEmpty()) {
            return Categories.OTHER;
        }
        CategoryPath fit = fresh(levels);
        CategoryPath path = session.categories().findLike(fit).orElse(fit);
        if (!path.name().equals(name)) {
            remarks.add(new SkippedLine(0, "The category \"" + name + "\" is called \"" + path + "\" here."));
        }
        session.require(path, true);
        return path;
    }

    /** Levels beyond the fourth are joined; what comes to be called like another by that gets a number. */
    private CategoryPath fresh(List<String> levels) {
        List<String> fit = new ArrayList<>(levels.subList(0, Math.min(levels.size(), CategoryPath.MAX_LEVELS)));
        String last = String.join(" ", levels.subList(fit.size() - 1, levels.size()));
        for (int number = 1; ; number++) {
            String end = number == 1 ? "" : " " + number;
            fit.set(fit.size() - 1, PrintableText.line(last, LONGEST_LEVEL - end.length()) + end);
            CategoryPath path = CategoryPath.of(String.join(":", fit));
            if (categories.values().stream().flatMap(Optional::stream).noneMatch(path::equals)) {
                return path;
            }
        }
    }
}
