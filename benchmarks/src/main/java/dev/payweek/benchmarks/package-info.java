/**
 * Figures, measured side by side in one run so that a busy machine spoils both alike. Each class is a program of its
 * own that prints its ratios; CPU time of the thread that works is measured, in interleaved rounds, and the median
 * given.
 */
package dev.payweek.benchmarks;
