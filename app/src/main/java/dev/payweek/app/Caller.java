package dev.payweek.app;

import dev.payweek.app.start.KeptText;
import dev.payweek.budget.Budget;
import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreProvider.Access;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * Who runs a command, and where: what a command would ask of its process, were it not that the service runs the
 * commands of others too.
 *
 * @param clock what the command goes by
 * @param environment the environment variables
 * @param folder what relative paths are relative to
 * @param input what is read for {@code -}
 * @param served the ledger, when a service has it open already
 * @param kept what is kept of what the command prints, where anything may be
 */
record Caller(
        Clock clock,
        Map<String, String> environment,
        Path folder,
        InputStream input,
        Optional<ServedLedger> served,
        Optional<KeptText> kept) {

    /** A command that knows its caller. */
    interface Known {
        /** Returns who runs the command. */
        Caller caller();
    }

    Caller {
        environment = Map.copyOf(environment);
    }

    Caller(
            Clock clock,
            Map<String, String> environment,
            Path folder,
            InputStream input,
            Optional<ServedLedger> served) {
        this(clock, environment, folder, input, served, Optional.empty());
    }

    /** Returns the caller that is this process, in whose zone a new ledger begins. */
    static Caller ofProcess() {
        return new Caller(
                Clock.system(ZoneId.systemDefault()), System.getenv(), Path.of(""), System.in, Optional.empty());
    }

    /** Returns this caller by another clock. */
    Caller at(Clock other) {
        return new Caller(other, environment, folder, input, served, kept);
    }

    /** Returns this caller, of whose command something may be kept. */
    Caller keeping(KeptText text) {
        return new Caller(clock, environment, folder, input, served, Optional.of(text));
    }

    /** Opens the budget of a store; a new ledger begins in the caller's zone and the currency of the country. */
    Budget budget(LedgerStore store, Access access) {
        try {
            if (access == Access.READ_WRITE) {
                store.create(LedgerId.FIRST, this::fresh);
            }
            return Budget.on(store, access, clock);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Returns a budget that is forgotten. */
    Budget forgotten() {
        return budget(new MemoryStore(), Access.READ_WRITE);
    }

    private LedgerSettings fresh() {
        Currency currency = Locales.currency(environment).orElseGet(() -> Money.currency("USD"));
        return LedgerSettings.fresh(currency, clock.getZone());
    }

    /** Returns what the caller's terminal can show. */
    Terminal terminal() {
        return Terminal.of(environment);
    }

    /** Returns the file that the caller means by a path. */
    Path file(Path named) {
        return folder.resolve(named);
    }

    /** Returns what keeps to the width of the caller's terminal, if it has one. */
    Wrapped wrapping(PrintWriter printer) {
        return new Wrapped(printer, Terminal.hasWidth(environment) ? terminal().columns() : Integer.MAX_VALUE);
    }

    /** Returns a printer that keeps to that width. */
    PrintWriter wrapped(PrintWriter printer) {
        return new PrintWriter(wrapping(printer), true);
    }
}
