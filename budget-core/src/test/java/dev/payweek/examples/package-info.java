/** The examples of the documents, compiled and run so that they stay true. */
package dev.payweek.examples;
