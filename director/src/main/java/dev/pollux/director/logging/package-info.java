/**
 * The log: keepalived's line form on the console, syslog datagrams, a file. Configures Logback in code, because reading an
 * XML file costs as much start-up time as all of this. Owns one thread for each destination,
 * behind a queue that never makes a loop wait that has something to send.
 */
@NullMarked
package dev.pollux.director.logging;

import org.jspecify.annotations.NullMarked;
