package dev.payweek.http;

import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;

/** The address that was asked for cannot be listened on; the message is a sentence for the one who asked. */
public final class CannotListen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private CannotListen(String message, Throwable cause) {
        super(message, cause);
    }

    static CannotListen because(Throwable failure, String host, String place) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return new CannotListen("Nobody knows a machine named " + host + ".", failure);
            }
            if (cause instanceof BindException) {
                return new CannotListen(sentence(cause, place), failure);
            }
        }
        return new CannotListen("Cannot listen on " + place + ".", failure);
    }

    private static String sentence(Throwable refused, String place) {
        String reason = String.valueOf(refused.getMessage());
        if (reason.contains("in use")) {
            return "Cannot listen on " + place + ": another program does already. Choose another port.";
        }
        if (reason.contains("Permission denied")) {
            return "Cannot listen on " + place + ": ports below 1024 are for the administrator. Choose another port.";
        }
        return "Cannot listen on " + place + ": that is no address of this machine.";
    }
}
