/** Virtual routers, their adverts, state machines and addresses. Owned by the {@code vrrp} loop; rtnetlink commands run on {@code rtnl}. */
@NullMarked
package dev.pollux.vrrp;

import org.jspecify.annotations.NullMarked;
