package dev.payweek.rest.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record one of the API's: it is read, written and published under this name.
 *
 * <p>The name is part of the contract, so it is declared: a class may be renamed without a caller's generated code
 * breaking.
 *
 * <pre>{@code
 * @Schema("Expense")
 * record ExpenseJson(long id, LocalDate date, String title, Money amount) {}
 * }</pre>
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Schema {
    /** The name of the schema in the OpenAPI document, unique in it. */
    String value();
}
