package dev.payweek.house.planted.statements;

import dev.payweek.house.planted.persistence.SomeStore;

/** Stands for an adapter's class that uses another adapter. */
public interface StatementsUsingPersistence {
    /** Gives away the other adapter. */
    SomeStore store();
}
