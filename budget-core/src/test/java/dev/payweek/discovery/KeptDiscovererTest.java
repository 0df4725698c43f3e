package dev.payweek.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.category.Categories;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.money.Money;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.Discoveries;
import dev.payweek.testkit.Dice;
import dev.payweek.testkit.ForAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What is kept by word, amount, account and payee, over entries that share these with each other: words that are seen
 * once or twice, texts of numbers alone, equal amounts on three accounts, refunds that come and go, and a today that
 * moves.
 */
class KeptDiscovererTest {

    private static final List<String> WORDS =
            List.of("CORNER", "BAKERY", "Kiosk", "BOX", "gymnasium", "VERA", "TRANSFER");
    private static final int CHANGES = 12;
    private static final long TRIES = Long.getLong("tries", 20);

    private final Map<Long, Entry> entries = new HashMap<>();
    private long nextId = 1;

    private static String text(Dice dice) {
        return switch (dice.between(0, 5)) {
            case 0 -> "KV" + dice.between(1, 5) + " " + dice.between(1, 3) + "/26";
            case 1 -> "" + dice.between(1, 4);
            case 2 -> dice.oneOf(WORDS) + " " + dice.oneOf(WORDS) + " " + dice.oneOf(WORDS);
            case 3 -> "ONCE" + (char) ('A' + dice.between(0, 25)) + (char) ('A' + dice.between(0, 25)) + " PLACE";
            default -> dice.oneOf(WORDS) + " " + dice.between(1, 9_999);
        };
    }

    private Entry entry(long id, Dice dice, Currency money, List<String> accounts) {
        LocalDate day = LocalDate.of(2025, 1, 1).plusDays(30L * dice.between(0, 17) + dice.between(0, 3));
        String text = text(dice);
        Money amount = Money.ofMinor(100L * dice.oneOf(List.of(5, 5, 9, 12, 60, 60, 2_000)), money);
        EntryDetails plain = EntryDetails.of(day, amount, text).withBankText(text);
        String account = dice.oneOf(accounts);
        EntryDetails details = account.isEmpty() ? plain : plain.withAccount(account);
        if (dice.between(0, 3) == 0) {
            return Income.of(id, 1, details);
        }
        Optional<Long> refundOf = dice.between(0, 9) > 0
                ? Optional.empty()
                : entries.keySet().stream().filter(other -> other != id).min(Long::compare);
        return refundOf.isEmpty()
                ? Expense.of(id, 1, details, Categories.OTHER, Provenance.DEFAULT)
                : new Expense(
                        id,
                        1,
                        EntryDetails.of(day, amount.negated(), text),
                        Categories.OTHER,
                        Provenance.DEFAULT,
                        List.of(),
                        refundOf,
                        Optional.empty());
    }

    private Discoveries find(Discoverer discoverer, LocalDate today, Currency money) {
        return discoverer.find(
                new Given(BudgetPlan.of(money), today, Set.of(), id -> Optional.ofNullable(entries.get(id))));
    }

    private Discoverer fresh() {
        Discoverer discoverer = new Discoverer();
        entries.values().forEach(discoverer::add);
        return discoverer;
    }

    /** Deletes some, changes some and adds some, and tells of it as the record of changes does. */
    private void change(Discoverer kept, Dice dice, Currency money, List<String> accounts) {
        List<Long> ids = new ArrayList<>(entries.keySet());
        Set<Long> touched = new HashSet<>();
        for (int i = dice.between(0, 4); i > 0; i--) {
            touched.add(dice.oneOf(ids));
        }
        for (int i = dice.between(0, 4); i > 0; i--) {
            touched.add(nextId++);
        }
        kept.forget(touched);
        for (long id : touched) {
            boolean gone = entries.remove(id) != null && dice.between(0, 1) == 0;
            if (!gone) {
                Entry entry = entry(id, dice, money, accounts);
                entries.put(id, entry);
                kept.add(entry);
            }
        }
    }

    @Test
    void what_is_kept_by_word_amount_account_and_payee_is_what_a_first_look_finds() {
        ForAll.forEach(LongStream.rangeClosed(1, TRIES).boxed().toList(), dice -> {
            entries.clear();
            Currency money = Money.currency("USD");
            List<String> accounts = new ArrayList<>(List.of("", "checking", "savings"));
            Discoverer kept = new Discoverer();
            for (int i = dice.between(20, 160); i > 0; i--) {
                Entry entry = entry(nextId++, dice, money, accounts);
                entries.put(entry.id(), entry);
                kept.add(entry);
            }
            LocalDate today = LocalDate.of(2026, 2, 20);
            for (int i = 0; i < CHANGES; i++) {
                if (i == 6) {
                    accounts.add("card");
                }
                today = today.plusDays(dice.between(-20, 40));
                assertEquals(find(fresh(), today, money), find(kept, today, money));
                change(kept, dice, money, accounts);
            }
        });
    }
}
