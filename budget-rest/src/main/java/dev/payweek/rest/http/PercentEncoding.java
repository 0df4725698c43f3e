package dev.payweek.rest.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of addresses (RFC 3986), read strictly: what is no UTF-8 is refused, not replaced. */
final class PercentEncoding {

    private PercentEncoding() {}

    /**
     * Returns what a piece of an address stands for.
     *
     * @param plusIsSpace as forms write queries; in a path a plus is a plus
     * @throws IllegalArgumentException if a percent sign has no two digits behind it, or the bytes are no UTF-8
     */
    static String decoded(String encoded, boolean plusIsSpace) {
        if (encoded.indexOf('\uFFFD') >= 0) {
            // Bytes that were sent as they are and were no UTF-8; a replacement character that is meant is encoded.
            throw new IllegalArgumentException("no UTF-8");
        }
        if (encoded.indexOf('%') < 0) {
            return plusIsSpace ? encoded.replace('+', ' ') : encoded;
        }
        byte[] sent = encoded.getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream(sent.length);
        for (int i = 0; i < sent.length; i++) {
            if (sent[i] == '%') {
                bytes.write((digit(sent, i + 1) << 4) + digit(sent, i + 2));
                i += 2;
            } else {
                bytes.write(sent[i] == '+' && plusIsSpace ? ' ' : sent[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("no UTF-8", e);
        }
    }

    private static int digit(byte[] sent, int at) {
        int digit = at < sent.length ? Character.digit(sent[at] & 0xFF, 16) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("no two digits behind a percent sign");
        }
        return digit;
    }
}
