/**
 * Where the program begins. Handed out as a jar of its own before the large one, which then need not even be opened to
 * say the version or the help.
 *
 * <p>Start at {@link dev.payweek.app.start.Start}.
 */
package dev.payweek.app.start;
