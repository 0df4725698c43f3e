package dev.payweek.statements.generated;

import dev.payweek.statements.cell.DateOrder;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A made-up file and what it says.
 *
 * @param description the choices it was made by
 * @param bytes the file
 * @param rows its movements in the order of the file
 * @param needed the parameters that only a person can answer
 * @param answers the right answers, by parameter
 * @param mayReject how many movements nothing in the file can give a sign
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares it or changes the bytes.
record Truth(
        String description,
        byte[] bytes,
        List<Movement> rows,
        Set<String> needed,
        Map<String, String> answers,
        int mayReject) {

    /** One movement of the file. */
    record Movement(LocalDate date, BigDecimal amount, String title) {}

    /** How the days of a file are written. */
    record DayStyle(String name, DateOrder order, boolean ambiguous) {}

    /** In what encoding the file is written. */
    record Encoding(Charset charset, boolean mark) {}
}
