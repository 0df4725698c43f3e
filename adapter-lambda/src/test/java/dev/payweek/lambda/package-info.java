/**
 * Tests of the function: without Lambda on events made as AWS makes them ({@code Sender}), and behind AWS's own runtime
 * client ({@code Instance}) against a stand-in for the service it talks to ({@code RuntimeApi}).
 */
package dev.payweek.lambda;
