/** Tests of the server over real connections, and of the page in a real browser. */
package dev.payweek.http;
