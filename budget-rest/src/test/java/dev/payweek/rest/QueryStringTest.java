package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.rest.http.QueryString;
import dev.payweek.rest.json.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {

    @ParameterizedTest
    @CsvSource({
        "'', {}",
        "&&, {}",
        "a, {a=[]}",
        "a=, {a=[]}",
        "=1, {=[1]}",
        "a=1&a=2&b=3, '{a=[1, 2], b=[3]}'",
        "a=x+y, {a=[x y]}",
        "a=x%20y, {a=[x y]}",
        "a=x%2By, {a=[x+y]}",
        "a=b=c, {a=[b=c]}",
        "%61=%C3%A9, {a=[é]}",
        "a=é, {a=[é]}",
        "a=%f0%9f%8d%ae, {a=[🍮]}",
        "a=1;b=2, {a=[1;b=2]}",
    })
    void a_query_is_read_as_forms_write_it(String raw, String expected) {
        assertEquals(expected, QueryString.parse(raw).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a=%", "a=%4", "a=%zz", "a=%-1", "%4g=1", "a=%FF", "a=%C3", "a=%C3x", "a=%ED%A0%80"})
    void what_is_no_percent_encoded_utf_8_is_refused(String raw) {
        Problem refused = assertThrows(Problem.class, () -> QueryString.parse(raw));
        assertEquals(400, refused.status());
        assertEquals("The query is not properly percent-encoded UTF-8.", refused.detail());
    }

    @Test
    void a_path_is_refused_for_the_same_reasons_and_keeps_its_plus() throws Exception {
        var api = new DirectApi();
        assertEquals(400, api.send("PUT", "/accounts/%FF").status());
        assertEquals(400, api.send("PUT", "/accounts/%zz").status());
        assertEquals(200, api.sendJson("PUT", "/accounts/a+b%20c", "{}").status());
        assertEquals(
                "a+b c",
                Tree.of(api.send("GET", "/accounts")).path(0).path("account").textValue());
    }
}
