package dev.payweek.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /hello          | ''              | ''       | /hello    | a sender without stages
            /hello          | /hello          | $default | /hello    | the stage that is no segment
            /Prod/hello/    | /Prod/hello/    | Prod     | /hello/   | a named stage of an HTTP API
            /Prod           | /Prod           | Prod     | /         | and nothing behind it
            /Prod/          | /Prod/          | Prod     | /         | and a slash behind it
            /hello/         | /Prod/hello/    | Prod     | /hello/   | a REST API has taken it off
            /               | /Prod/          | Prod     | /         | and nothing was behind it
            /Product        | /Product        | Prod     | /Product  | a word that only begins like the stage
            /budget         | /budget/budget  | budget   | /budget   | a REST API whose stage is called like a route
            /budget/budget  | /budget/budget  | budget   | /budget   | an HTTP API whose stage is called like a route
            /hello          | ''              | Prod     | /hello    | an event made by hand without the caller's path
            /Prod/hello     | ''              | Prod     | /hello    | and with the stage in it
            ''              | ''              | ''       | /         | no path at all
            hello           | ''              | ''       | /hello    | no slash
            """)
    void the_stage_is_taken_off_where_it_is_one(String given, String shown, String stage, String path, String because) {
        assertEquals(path, new Address("").path(given, shown, stage), because);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /money/hello       | /money/hello      | $default | /hello
            /money             | /money            | $default | /
            /hello             | /hello            | $default | /hello
            /moneybox          | /moneybox         | $default | /moneybox
            /Prod/money/hello  | /Prod/money/hello | Prod     | /hello
            """)
    void the_base_path_of_a_custom_domain_is_taken_off(String given, String shown, String stage, String path) {
        assertEquals(path, new Address("/money").path(given, shown, stage));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /limits/Predictable%20Necessities | /limits/Predictable%20Necessities
            /limits/Predictable Necessities   | /limits/Predictable%20Necessities
            /limits/Café                      | /limits/Caf%C3%A9
            /limits/🍮                        | /limits/%F0%9F%8D%AE
            /limits/50% off                   | /limits/50%25%20off
            /limits/100%                      | /limits/100%25
            /limits/why?                      | /limits/why%3F
            /limits/a#1                       | /limits/a%231
            /limits/Fun:Coffee+Cake@home      | /limits/Fun:Coffee+Cake@home
            """)
    void a_path_comes_out_encoded_whether_it_came_so_or_not(String given, String path) {
        assertEquals(path, new Address("").path(given, "", ""));
    }
}
