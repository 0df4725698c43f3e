package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that cannot be is refused on the command line in one sentence that says what is wrong and where. */
class RefusedPlansTest {

    /** The words of a command are parted by bars here. */
    private static final String CLOSED =
            "|weekly from 2026-11-20; preceding; holidays 2026-11-23 2026-11-24 2026-11-25" + " 2026-11-26 2026-11-27";

    private static final String COINCIDES =
            "With these holidays the days 2026-11-20 and 2026-11-27 both fall on 2026-11-20.";

    private static final String PRIMARY =
            "\"Acme\" is the primary source, whose paydays cut time; make another one primary first.";

    private static final String FOREIGN = "The ledger is in USD and holds amounts; EUR does not fit.";

    private static final List<String> BEFORE = List.of(
            "sources|set|Acme|monthly on 20|--match|title contains \"acme\"|--from|2026-05-01",
            "sources|set|Odd|as recorded|--match|title contains \"gig\"",
            "income|1500|ACME SALARY|--on|2026-11-20",
            "income|150|Gig|--on|2026-11-10");

    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("sources|set|Second" + CLOSED, COINCIDES),
            Map.entry("bills|set|Rent" + CLOSED + "|--category|Home", COINCIDES),
            Map.entry(
                    "sources|set|Second|every 3 days from 2026-11-20; preceding",
                    "Paydays that lie less than five days apart would fall together when moved off weekends."),
            Map.entry(
                    "sources|set|Second|monthly on 1|--match|title contains \"salary\"",
                    "The match of \"Acme\" takes the same income: 1 of 2026-11-20."),
            Map.entry(
                    "schedule|monthly on 3|--from|2026-03-01",
                    "Pay is known from 2026-05-01 on; correct it without a day."),
            Map.entry(
                    "sources|set|Acme|--expecting|1600|--from|2026-03-01",
                    "Pay of Acme is known from 2026-05-01 on; correct it without --from."),
            Map.entry("sources|remove|Acme", PRIMARY),
            Map.entry("sources|set|Acme|--no-primary", PRIMARY),
            Map.entry(
                    "sources|set|Odd|--horizon|2026-11-10", "The horizon must lie after the last payday, 2026-11-10."),
            Map.entry("sources|set|Acme|--horizon|2026-12-10", "Only an irregular source has a horizon."),
            Map.entry("sources|set|Acme|--expecting|-5", "Expected pay must be above zero."),
            Map.entry("sources|set|Acme|--expecting|5 EUR", FOREIGN),
            Map.entry("schedule|monthly on 1; expecting 5 EUR", FOREIGN),
            Map.entry("bills|set|Rent|monthly on 1|--category|Home|--amount|-5", "A bill's amount must be above zero."),
            Map.entry("bills|set|Rent|monthly on 1|--category|Home|--amount|5 EUR", FOREIGN),
            Map.entry("set-asides|set|Car|-5", "A set-aside amount must be zero or more."),
            Map.entry("set-asides|set|Car|5 EUR", FOREIGN),
            Map.entry("limits|set|Fun|-5", "A limit must be zero or more."),
            Map.entry("limits|set|Fun|5 EUR", FOREIGN));

    @TempDir
    private Path folder;

    private static String[] words(String line) {
        return line.split("\\|", -1);
    }

    @Test
    void each_is_refused_in_a_sentence_and_changes_nothing() {
        Commands on = Commands.in(folder, "2026-11-22");
        BEFORE.forEach(line -> on.printed(words(line)));
        String before = on.printed("sources", "--json") + on.printed("changes");
        REFUSED.forEach((line, sentence) -> assertEquals(sentence + "\n", on.refusal(words(line)), line));
        assertEquals(before, on.printed("sources", "--json") + on.printed("changes"));
    }
}
