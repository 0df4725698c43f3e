package dev.payweek.statements.simplefin;

import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementRow;
import dev.payweek.statement.StatementSink;
import dev.payweek.statements.cell.DecimalMark;
import dev.payweek.statements.cell.WrittenAmount;
import dev.payweek.statements.text.JsonFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One transaction of an account set. */
final class SimpleFinTransaction {

    private static final Set<String> MEMBERS =
            Set.of("id", "posted", "amount", "description", "payee", "memo", "pending", "transacted_at");

    private static final int LONGEST_TEXT = 8_192;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f&&[^\\t\\r\\n]]");

    /** The last second of the year 9999; what is beyond is milliseconds or nonsense. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private final int line;
    private final Map<String, String> values = new HashMap<>();

    private SimpleFinTransaction(int line) {
        this.line = line;
    }

    static SimpleFinTransaction read(JsonFile json) throws IOException {
        SimpleFinTransaction transaction = new SimpleFinTransaction(json.line());
        json.members(name -> {
            if (name.equals("extra") && json.isObject()) {
                transaction.readExtra(json);
            } else if (MEMBERS.contains(name) && json.isScalar()) {
                transaction.values.put(name, plain(json.scalar()));
            }
        });
        return transaction;
    }

    /** Of what a server may add as it likes, only a category means something here. */
    private void readExtra(JsonFile json) throws IOException {
        json.members(name -> {
            if (name.equals("category") && json.isScalar()) {
                values.put(name, plain(json.scalar()));
            }
        });
    }

    /** Returns the text without what nobody can print, cut where no bank's words go on. */
    private static String plain(String text) {
        String kept = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        return UNPRINTABLE.matcher(kept).replaceAll(" ").strip();
    }

    void give(StatementSink sink) {
        String posted = value("posted");
        if (posted.equals("0") || value("pending").equals("true")) {
            sink.skipped(line, "A pending movement, not booked yet.");
            return;
        }
        Optional<LocalDate> day = day(posted);
        Optional<BigDecimal> amount =
                WrittenAmount.of(value("amount")).flatMap(written -> written.under(DecimalMark.POINT));
        if (day.isEmpty()) {
            reject(sink, "date", "bad_date", "posted", "time in seconds");
        } else if (amount.isEmpty()) {
            reject(sink, "amount", "bad_amount", "amount", "amount");
        } else {
            sink.row(row(day.get(), amount.get()));
        }
    }

    private StatementRow row(LocalDate day, BigDecimal amount) {
        Set<String> words = new LinkedHashSet<>();
        words.add(value("payee"));
        words.add(value("description"));
        words.add(value("memo"));
        words.remove("");
        String title = words.stream().findFirst().orElse("").replaceAll("\\s+", " ");
        return new StatementRow(
                line,
                day,
                amount,
                Optional.empty(),
                title,
                String.join(" ", words),
                Optional.of(value("id")).filter(id -> !id.isEmpty()),
                Optional.of(value("category")).filter(category -> !category.isEmpty()),
                false,
                List.of());
    }

    static Optional<LocalDate> day(String seconds) {
        if (!seconds.matches("-?\\d{1,12}")) {
            return Optional.empty();
        }
        long second = Long.parseLong(seconds);
        return second < 0 || second > LAST_SECOND
                ? Optional.empty()
                : Optional.of(
                        Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC).toLocalDate());
    }

    private void reject(StatementSink sink, String field, String code, String member, String meant) {
        String found = value(member);
        String message = found.isEmpty()
                ? "The transaction has no " + member + "."
                : member + " \"" + found + "\" is no " + meant + ".";
        sink.rejected(new RejectedRow(line, field, code, message));
    }

    private String value(String member) {
        return values.getOrDefault(member, "");
    }
}
