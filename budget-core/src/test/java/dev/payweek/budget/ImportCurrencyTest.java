package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreProvider.Access;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which currency a file's amounts have where the ledger holds none: named, chosen or supposed, and then said. */
class ImportCurrencyTest {

    private static final String NAMED_NONE = "No currency is named in the file; its amounts are taken as ";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private static Budget begunIn(String currency) {
        MemoryStore store = new MemoryStore();
        store.create(LedgerId.FIRST, () -> LedgerSettings.fresh(Money.currency(currency), ZoneOffset.UTC));
        return Budget.on(store, Access.READ_WRITE, CLOCK);
    }

    private static ImportReport take(Budget budget, String evidence, boolean dryRun) {
        return budget.importStatement(
                RowsFormat.file("bank.rows", List.of(evidence, "2026-11-20;-4.50;Café")),
                ImportOptions.NONE.withDryRun(dryRun));
    }

    private static String currency(Budget budget) {
        return budget.read(view -> view.settings().currency().getCurrencyCode());
    }

    @ParameterizedTest
    @CsvSource({
        "USD, account;;, USD, .",
        "EUR, account;;, EUR, .",
        "USD, account;;GBP, GBP, ",
        "USD, account;DE89370400440532013000;, EUR, ', by the country of the account''s IBAN.'",
        "CHF, account;DE89370400440532013000;, EUR, ', by the country of the account''s IBAN.'",
        "USD, account;PL61 1090 1014 0000 0712 1981 2874 Konto;, USD, .",
        "USD, account;PL61109010140000071219812874 Konto;, PLN, ', by the country of the account''s IBAN.'",
        "USD, account;DE89370400440532013001;, USD, .",
        "USD, account;DE89370400440532013000;GBP, GBP, ",
        "USD, language;SEK EUR, SEK, ', by how the file is written.'",
        "EUR, language;SEK EUR, EUR, ', by how the file is written.'",
        "CHF, language;SEK EUR, SEK, ', by how the file is written.'"
    })
    void a_ledger_that_nobody_gave_a_currency_takes_the_likeliest_and_says_so(
            String begun, String evidence, String currency, String said) {
        for (boolean dryRun : List.of(true, false)) {
            Budget budget = begunIn(begun);
            ImportReport report = take(budget, evidence, dryRun);
            assertEquals(currency, report.accounts().get(0).currency());
            assertEquals(dryRun ? begun : currency, currency(budget));
            List<String> remarks = report.skipped().stream()
                    .map(line -> line.line() + " " + line.reason())
                    .toList();
            String sentence = "3 " + NAMED_NONE + currency + said
                    + " If they are in another, set the ledger's currency before the import, or answer"
                    + " which, such as currency=GBP.";
            assertEquals(said == null ? List.of() : List.of(sentence), remarks);
        }
    }

    @ParameterizedTest
    @CsvSource({"account;;", "account;DE89370400440532013000;", "language;SEK EUR"})
    void what_a_person_chose_outranks_what_is_only_likely(String evidence) {
        Budget budget = begunIn("USD");
        budget.change(Budget.LOCAL, edit -> edit.change(edit.settings().withCurrency(Money.currency("GBP"))));
        ImportReport report = take(budget, evidence, false);
        assertEquals("GBP", report.accounts().get(0).currency());
        assertEquals(List.of(), report.skipped());
    }

    @ParameterizedTest
    @CsvSource({"account;;", "account;DE89370400440532013000;", "language;SEK EUR"})
    void amounts_that_are_there_outrank_it_too(String evidence) {
        Budget budget = begunIn("USD");
        budget.spend(Money.of("1.00", "USD"), "Tea", LocalDate.of(2026, 1, 2));
        ImportReport report = take(budget, evidence, false);
        assertEquals(1, report.accounts().get(0).batch().inserted());
        assertEquals(List.of(), report.skipped());
    }

    @Test
    void a_wrong_guess_is_undone_and_the_right_currency_set() {
        Budget budget = begunIn("USD");
        take(budget, "account;DE89370400440532013000;", false);
        budget.change(Budget.LOCAL, edit -> edit.undo(edit.version()));
        assertEquals("USD", currency(budget));
        budget.change(Budget.LOCAL, edit -> edit.change(edit.settings().withCurrency(Money.currency("CHF"))));
        assertEquals(
                "CHF",
                take(budget, "account;DE89370400440532013000;", false)
                        .accounts()
                        .get(0)
                        .currency());
    }

    /** Also where the answer is what the ledger has had from the beginning, which no choice of a currency shows. */
    @ParameterizedTest
    @CsvSource({
        "GBP, account;;, GBP",
        "usd, language;SEK EUR, USD",
        "CHF, account;DE89370400440532013000;, CHF",
        "CHF, account;;GBP, GBP"
    })
    void an_answer_outranks_what_is_only_likely_and_is_remembered(String answer, String evidence, String currency) {
        for (boolean dryRun : List.of(true, false)) {
            Budget budget = begunIn("USD");
            ImportReport report = budget.importStatement(
                    RowsFormat.file("bank.rows", List.of(evidence, "2026-11-20;-4.50;Café")),
                    ImportOptions.NONE.withDryRun(dryRun).answering(Map.of("currency", answer)));
            assertEquals(currency, report.accounts().get(0).currency());
            assertEquals(List.of(), report.skipped());
            List<String> kept = budget.read(view -> view.accounts().stream()
                    .map(account -> account.reading().get("currency"))
                    .toList());
            assertEquals(dryRun ? List.of() : List.of(answer), kept);
        }
    }

    @Test
    void an_answer_that_is_no_currency_is_refused_and_one_that_the_ledger_has_not_rejects_the_rows() {
        Budget budget = begunIn("USD");
        budget.spend(Money.of("1.00", "USD"), "Tea", LocalDate.of(2026, 1, 2));
        ImportOptions euros = ImportOptions.NONE.answering(Map.of("currency", "EUR"));
        ImportReport report =
                budget.importStatement(RowsFormat.file("bank.rows", List.of("2026-11-20;-4.50;Café")), euros);
        assertEquals(0, report.accounts().get(0).batch().inserted());
        assertEquals(1, report.accounts().get(0).batch().rejected());
        LedgerException refusal = assertThrows(
                LedgerException.class,
                () -> budget.importStatement(
                        RowsFormat.file("bank.rows", List.of("2026-11-20;-4.50;Café")),
                        ImportOptions.NONE.answering(Map.of("currency", "pounds"))));
        assertEquals("currency", refusal.problems().get(0).field());
    }
}
