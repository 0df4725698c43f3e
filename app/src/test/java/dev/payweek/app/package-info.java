/** Tests of the command as a person calls it. */
package dev.payweek.app;
