package dev.payweek.house.planted.persistence;

/** Stands for something of one adapter. */
public final class SomeStore {
    private SomeStore() {}
}
