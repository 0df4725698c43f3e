/**
 * The rules of the house as tests: who may import whom, what the working tree must look like, whether the examples in
 * the core's Javadoc hold. Each rule is shown to catch an offender planted for it, and first asserts that it sees the
 * classes it speaks of.
 */
package dev.payweek.house;
