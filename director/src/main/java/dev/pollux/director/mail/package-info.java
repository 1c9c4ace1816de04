/**
 * Mail about what happened, as keepalived writes it: handed to one SMTP server, one message after the other, without waiting
 * for it. Owned by the {@code control} loop.
 */
@NullMarked
package dev.pollux.director.mail;

import org.jspecify.annotations.NullMarked;
