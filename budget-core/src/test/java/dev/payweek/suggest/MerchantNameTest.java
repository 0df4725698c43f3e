package dev.payweek.suggest;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerchantNameTest {

    @ParameterizedTest
    @CsvSource({
        "TESCO STORE 2296, tesco",
        "Tesco Stores 6227 LEEDS GB, tesco",
        "SQ *Corner Coffee 4711, corner coffee",
        "PAYPAL *SPOTIFY 35314369001, spotify",
        "SumUp *Bäckerei Müller, backerei muller",
        "Sainsbury's S/Mkts, sainsburys mkts",
        "43033410 COSTA COFFEE, costa coffee",
        "CARD PAYMENT TO SHELL PENHALE REF 12345, shell penhale ref",
        "www.amazon.co.uk, amazon",
        "UBER *TRIP HELP.UBER.COM, uber trip help uber",
        "B & Q, b q",
        "7-ELEVEN 33421 OSLO, eleven",
        "Super 8 Motel, super motel",
        "АШАН 012 МОСКВА, ашан",
        "4711, 4711",
        "***, ''"
    })
    void is_what_stays_the_same_between_visits(String text, String key) {
        assertEquals(key, MerchantName.of(text).key());
    }

    @Test
    void is_found_again_in_itself() {
        forAll(2_000, dice -> {
            String text = String.join(
                    " ",
                    dice.listOf(
                            0,
                            6,
                            () -> dice.oneOf(
                                    "TESCO", "store", "12", "4711", "&", "Café", "a", "SQ *", "ẞ", "x-9", "ﬁ")));
            String key = MerchantName.of(text).key();
            assertEquals(key, MerchantName.of(key).key());
        });
    }
}
