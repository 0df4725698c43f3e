package dev.payweek.discovery;

import java.util.List;
import java.util.function.Supplier;

/**
 * A payee of which one could have expected pay or a bill.
 *
 * @param rows its payments, oldest first
 * @param what what could have been expected
 * @param why why it was not found, looked for when somebody asks
 */
record Open(List<Row> rows, String what, Supplier<String> why) {}
