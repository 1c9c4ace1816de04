/**
 * {@code pollux doctor}: finds what would break the service although nothing reports it. Checks are pure: each looks at a
 * {@link dev.pollux.director.doctor.Case}, which holds the configuration, the facts of this machine and what was heard on its
 * networks, and makes findings. Depends on {@code director.host}, {@code director.realserver} and the codecs of {@code vrrp};
 * what listens to the network has a loop of its own for as long as that takes.
 */
@NullMarked
package dev.pollux.director.doctor;

import org.jspecify.annotations.NullMarked;
