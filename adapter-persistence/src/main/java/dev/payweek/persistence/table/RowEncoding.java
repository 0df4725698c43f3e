package dev.payweek.persistence.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Values one after another in bytes: small numbers short, texts in UTF-8 with their length in front. What a query never
 * asks for is kept so, since a row of few columns is written in a fraction of the time that one of many takes.
 */
public final class RowEncoding {

    private static final int MOST_OF_NUMBER = 10;

    private final CRC32C crc = new CRC32C();
    private byte[] bytes;
    private int length;

    public RowEncoding() {
        this(192);
    }

    private RowEncoding(int room) {
        this.bytes = new byte[room];
    }

    /** Returns the check of a row: CRC-32C over its key and its body, which no single changed bit escapes. */
    public static long check(byte[] body, long... key) {
        return new RowEncoding(key.length * MOST_OF_NUMBER).checked(body, key);
    }

    /** Returns the check of a row as {@link #check} does; what was packed here before is gone. */
    public long checked(byte[] body, long... key) {
        clear();
        for (long number : key) {
            number(number);
        }
        CRC32C check = new CRC32C();
        check.update(bytes, 0, length);
        check.update(body);
        return check.getValue();
    }

    /** Starts afresh in the same room. */
    public RowEncoding clear() {
        length = 0;
        return this;
    }

    /** Returns the check of what has been encoded. */
    public long check() {
        crc.reset();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }

    /** Returns the check of some bytes alone. */
    public static long check(byte[] bytes) {
        return check(bytes, new long[0]);
    }

    /** Returns the check of a row of many columns: over the table's name and so many values. */
    @SuppressWarnings("NullAway") // the values of a row may be NULL
    public static long check(String table, Object[] values, int count) {
        RowEncoding row = new RowEncoding().text(table);
        for (int i = 0; i < count; i++) {
            if (values[i] == null) {
                row.number(0);
            } else if (values[i] instanceof Number number) {
                row.number(1).number(number.longValue());
            } else if (values[i] instanceof Boolean truth) {
                row.number(1).number(truth ? 1 : 0);
            } else {
                row.number(2).text(values[i].toString());
            }
        }
        CRC32C check = new CRC32C();
        check.update(row.bytes, 0, row.length);
        return check.getValue();
    }

    public RowEncoding number(long number) {
        if (length + MOST_OF_NUMBER > bytes.length) {
            grow(MOST_OF_NUMBER);
        }
        long left = number << 1 ^ number >> 63;
        while ((left & ~0x7fL) != 0) {
            bytes[length++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[length++] = (byte) left;
        return this;
    }

    /** Adds a text; one of plain letters, as most are, letter by letter. */
    public RowEncoding text(String text) {
        int before = length;
        int size = text.length();
        number(size);
        if (length + size > bytes.length) {
            grow(size);
        }
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length = before;
                return encoded(text.getBytes(StandardCharsets.UTF_8));
            }
            to[at + i] = (byte) c;
        }
        length = at + size;
        return this;
    }

    /** Adds a text that is in UTF-8 already. */
    public RowEncoding encoded(byte[] text) {
        number(text.length);
        if (length + text.length > bytes.length) {
            grow(text.length);
        }
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    public RowEncoding optional(Optional<String> text) {
        return text.isPresent() ? number(1).text(text.get()) : number(0);
    }

    public RowEncoding optionalNumber(Optional<Long> number) {
        return number.isPresent() ? number(1).number(number.get()) : number(0);
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void grow(int more) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }

    /** Takes the values out again, in the order they were put in. */
    public static final class Reader {

        private final byte[] bytes;
        private int at;

        public Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Returns the next number; bytes that end too early are none of ours. */
        public long number() {
            long number = 0;
            for (int shift = 0; shift < 64 && at < bytes.length; shift += 7) {
                byte next = bytes[at++];
                number |= (next & 0x7fL) << shift;
                if (next >= 0) {
                    return number >>> 1 ^ -(number & 1);
                }
            }
            throw new IllegalArgumentException("a number is cut off");
        }

        public int integer() {
            return Math.toIntExact(number());
        }

        public String text() {
            int size = integer();
            if (size < 0 || size > bytes.length - at) {
                throw new IllegalArgumentException("a text is cut off");
            }
            at += size;
            return new String(bytes, at - size, size, StandardCharsets.UTF_8);
        }

        public Optional<String> optional() {
            return number() == 0 ? Optional.empty() : Optional.of(text());
        }

        public Optional<Long> optionalNumber() {
            return number() == 0 ? Optional.empty() : Optional.of(number());
        }
    }
}
