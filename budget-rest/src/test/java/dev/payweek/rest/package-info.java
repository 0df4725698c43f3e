/** Tests of the API without a server. */
package dev.payweek.rest;
