package dev.payweek.statement;

import dev.payweek.ledger.CaseFolding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/**
 * Says when two rows of an account are the same row.
 *
 * <p>A row with a bank's id is the same as another if id, booking day and amount agree. A row without one is the same
 * if booking day, amount, currency and words agree; of n such rows in a file the n-th is the same as the n-th stored.
 * So two equal coffees on a day stay two, a file imported twice changes nothing, and overlapping files give their
 * union. The words are compared in Unicode's normal form NFKC, without letter case and with blanks run together.
 */
public final class RowKeys {

    private RowKeys() {}

    /** Returns the key of a row: 32 hexadecimal digits, the same on every machine and for every later version. */
    public static String of(StatementRow row, String currencyCode) {
        String amount = row.amount().stripTrailingZeros().toPlainString();
        String identity = row.sourceId()
                .map(id -> "id\n" + id)
                .orElseGet(() -> "text\n" + normalised(row.text().isBlank() ? row.title() : row.text()));
        return digest(String.join("\n", row.date().toString(), amount, currencyCode, identity));
    }

    private static String normalised(String text) {
        return CaseFolding.fold(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
