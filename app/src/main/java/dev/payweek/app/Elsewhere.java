package dev.payweek.app;

import dev.payweek.app.start.CommandDoor;
import dev.payweek.app.start.CommandRequest;
import dev.payweek.refusal.LedgerException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;

/** The service that has the ledger open has to run the command. */
final class Elsewhere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CommandDoor door;

    private final LedgerException taken;

    Elsewhere(CommandDoor door, LedgerException taken) {
        super(taken.getMessage(), taken);
        this.door = door;
        this.taken = taken;
    }

    /** Has the service run the command; where it has just ended, says what stood in the way. */
    int run(Caller caller, Failure failure, PrintWriter out, String... words) {
        CommandRequest request = CommandRequest.of(
                door.secret(), caller.folder(), caller.clock().getZone(), caller.environment(), words);
        try {
            return door.run(request, caller.input(), out, failure.err());
        } catch (ConnectException e) {
            return failure.report(taken);
        } catch (IOException e) {
            return failure.report(new UncheckedIOException(
                    "The service that has the ledger open ended before it answered: " + e.getMessage(), e));
        }
    }
}
