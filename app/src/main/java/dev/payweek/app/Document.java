package dev.payweek.app;

/** A command that prints what other programs read, line by line as it is, however wide the terminal. */
interface Document {}
