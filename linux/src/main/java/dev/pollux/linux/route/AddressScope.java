package dev.pollux.linux.route;

/** Well-known address scopes ({@code RT_SCOPE_} in linux/rtnetlink.h); the administrator may name others. */
public final class AddressScope {

    public static final int GLOBAL = 0;
    public static final int SITE = 200;
    public static final int LINK = 253;
    public static final int HOST = 254;

    private AddressScope() {}
}
