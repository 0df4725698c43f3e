package dev.payweek.app;

import java.time.Clock;
import java.time.ZoneId;

/** A command that says which clock its subcommands go by. */
interface Clocked {

    /** Returns the clock. */
    Clock clock();

    /** Returns the clock of the machine, in whose zone a new ledger begins. */
    static Clock ofMachine() {
        return Clock.system(ZoneId.systemDefault());
    }
}
