package dev.payweek.statement;

import dev.payweek.ledger.CaseFolding;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;

/**
 * Says when two rows of an account are the same row.
 *
 * <p>A row with a bank's id is the same as another if id, booking day and amount agree. A row without one is the same
 * if booking day, amount, currency and words agree; of n such rows in a file the n-th is the same as the n-th stored.
 * So two equal coffees on a day stay two, a file imported twice changes nothing, and overlapping files give their
 * union. The words are compared in Unicode's normal form NFKC, without letter case and with blanks run together.
 *
 * <pre>{@code
 * var row = StatementRow.of(2, LocalDate.of(2026, 11, 21), new BigDecimal("-4.50"), "Coffee", "");
 * var keys = new RowKeys();
 * keys.of(row, "USD").text().substring(0, 8);              // "20261121"
 * keys.of(row, "USD").equals(keys.of(row, "EUR"));         // false
 * }</pre>
 *
 * <p>A key is the same on every machine and for every later version. Made for files of a million rows: one instance
 * makes nothing but the key itself, and is not safe for use by several threads.
 */
public final class RowKeys {

    private static final Base64.Encoder LETTERS = Base64.getUrlEncoder().withoutPadding();
    private static final int DIGEST_BYTES = 32;
    private static final int KEPT_BYTES = 16;
    private static final int DAY_DIGITS = 8;
    private static final int KEY_LENGTH = DAY_DIGITS + 22;

    private final MessageDigest sha;
    private final byte[] digest = new byte[DIGEST_BYTES];
    private final byte[] kept = new byte[KEPT_BYTES];
    private final byte[] letters = new byte[KEY_LENGTH - DAY_DIGITS];
    private final byte[] key = new byte[KEY_LENGTH];
    private byte[] written = new byte[512];
    private int length;
    private LocalDate lastDay = LocalDate.MIN;
    private int lastDayLength;

    /** Creates a maker of keys. */
    public RowKeys() {
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns the key of a row: {@code 20261120} and 22 more characters. */
    public RowKey of(StatementRow row, String currencyCode) {
        length = 0;
        writeDay(row.date());
        write('\n');
        write(row.amount());
        write('\n');
        writeWord(currencyCode);
        if (row.sourceId().isPresent()) {
            writeWord("\nid\n");
            writeWord(row.sourceId().get());
        } else {
            writeWord("\ntext\n");
            writeNormalised(row.text().isBlank() ? row.title() : row.text());
        }
        return digested();
    }

    private RowKey digested() {
        sha.update(written, 0, length);
        try {
            sha.digest(digest, 0, DIGEST_BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("the buffer holds a whole digest", e);
        }
        System.arraycopy(digest, 0, kept, 0, KEPT_BYTES);
        LETTERS.encode(kept, letters);
        System.arraycopy(letters, 0, key, DAY_DIGITS, letters.length);
        ByteBuffer halves = ByteBuffer.wrap(kept);
        return new RowKey(new String(key, StandardCharsets.ISO_8859_1), halves.getLong(), halves.getLong());
    }

    private static void digits(byte[] into, int from, int number, int count) {
        int rest = number;
        for (int i = from + count - 1; i >= from; i--) {
            into[i] = (byte) ('0' + Math.floorMod(rest, 10));
            rest = Math.floorDiv(rest, 10);
        }
    }

    private void write(int c) {
        if (length == written.length) {
            written = Arrays.copyOf(written, written.length * 2);
        }
        written[length++] = (byte) c;
    }

    /** Rows of a day follow each other, and the day comes first: mostly it stands there already. */
    private void writeDay(LocalDate day) {
        if (day.equals(lastDay)) {
            length = lastDayLength;
            return;
        }
        writeWord(day.toString());
        lastDay = day;
        lastDayLength = length;
        digits(key, 0, day.getYear(), 4);
        digits(key, 4, day.getMonthValue(), 2);
        digits(key, 6, day.getDayOfMonth(), 2);
    }

    /** Writes an amount without the zeros at its end: 4.50 and 4.5 are the same. */
    private void write(BigDecimal amount) {
        writeWord(amount.stripTrailingZeros().toPlainString());
    }

    private void writeWord(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 0x80) {
                writeBytes(word.substring(i));
                return;
            }
            write(c);
        }
    }

    private void writeBytes(String rest) {
        for (byte b : rest.getBytes(StandardCharsets.UTF_8)) {
            write(b);
        }
    }

    /** Plain text, which nearly all of it is, is folded letter by letter; anything else by Unicode's rules. */
    private void writeNormalised(String text) {
        int before = length;
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                blank = length > before;
            } else if (c > ' ' && c < 0x7F) {
                if (blank) {
                    write(' ');
                    blank = false;
                }
                write(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
            } else {
                length = before;
                writeWord(normalised(text));
                return;
            }
        }
    }

    private static String normalised(String text) {
        return CaseFolding.fold(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("\\s+", " ")
                .strip();
    }
}
