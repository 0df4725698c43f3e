package dev.payweek.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Names of requests: 64 random bits, enough to find one in a log; not a secret. */
final class RequestIds {

    private RequestIds() {}

    static String next() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
