/** The engine in private network namespaces, and what its tests share. */
@NullMarked
package dev.pollux.vrrp;

import org.jspecify.annotations.NullMarked;
