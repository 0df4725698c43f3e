package dev.payweek.report;

import static dev.payweek.testkit.Json.object;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.testkit.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A payment that is given back in full pays nothing, whichever parts of an expense it was. */
class GivenBackTest {

    /** 1000.00 to the landlord: 900.00 are the rent, 100.00 the parking. */
    private static final String LEDGER = """
            {"sources":[{"name":"main","primary":true,
                "match":{"all":[{"field":"title","op":"contains","value":"acme"}]},
                "versions":[{"schedule":{"kind":"monthly","day":1},"expected":2000.00}]}],
             "bills":[{"name":"Rent","category":"Home:Rent","amount":900.00,"schedule":{"kind":"monthly","day":5},
                "match":{"all":[{"field":"title","op":"contains","value":"landlord"}]},"from":"2026-01-01"}],
             "income":[{"date":"2026-01-01","amount":2000.00,"title":"acme"}],
             "expenses":[
              {"id":1,"date":"2026-01-05","amount":1000.00,"title":"landlord","category":"Home",
                "splits":[{"category":"Home:Rent","amount":900.00},{"category":"Car:Parking","amount":100.00}]},
              {"date":"2026-01-07","amount":-%s,"title":"landlord","category":"%s","refund_of":1}]}""";

    private static final String CHECK = """
            {"on":"2026-01-08","today":"2026-01-08","expect":{
             "period":{"still_due":%s,"share_spent":%s,"left":%s},
             "bills":[{"bill":"Rent","due":"2026-01-05","amount":%s,"state":"%s"}]}}""";

    @ParameterizedTest(name = "{0} given back as {1}")
    @CsvSource({
        // What gives back the rent leaves it late, and the parking spent.
        "900.00,  Home:Rent,   900.00, late, 900.00, 0.0909, 1000.00",
        // What gives back everything does, too, and goes where the largest part is.
        "1000.00, Home:Rent,   900.00, late, 900.00, 0.0000, 1100.00",
        "1000.00, Car:Parking, 900.00, late, 900.00, 0.0000, 1100.00",
        // A part of it leaves the rent paid; so does the parking.
        "899.99,  Home:Rent,   900.00, paid,   0.00, 0.0500, 1899.99",
        "100.00,  Car:Parking, 900.00, paid,   0.00, 0.0000, 1100.00"
    })
    void the_rent_is_due_again_when_it_was_given_back(
            String given, String category, String amount, String state, String due, String share, String left) {
        String check = CHECK.formatted(due, share, left, amount, state);
        String ledger = LEDGER.formatted(given, category);
        String example = "{\"ledger\":" + ledger + ",\"checks\":[" + check + "]}";

        assertEquals(List.of(), GoldenLedgersTest.differences(object(Json.parse(example)), 0));
    }
}
