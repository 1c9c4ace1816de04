package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.Forwarding.Checksum;
import dev.pollux.grammar.model.Forwarding.Encapsulation;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code NAT}, {@code DR} or {@code TUN [type ipip|gue|gre] [port N] [nocsum|csum|remcsum]}; of keepalived's forks {@code FNAT}
 * and {@code SNAT}.
 */
record ForwardingType() implements ArgumentType<AskedForwarding> {

    private static final Set<String> METHODS = Set.of("NAT", "DR", "TUN", "FNAT", "SNAT");
    private static final Forwarding.Tunnel PLAIN_TUNNEL = new Forwarding.Tunnel(Encapsulation.IPIP, 0, Checksum.NONE);

    @Override
    public @Nullable AskedForwarding read(Arguments arguments) {
        switch (arguments.text(0)) {
            case "NAT" -> {
                return new AskedForwarding.ByKernel(new Forwarding.Nat());
            }
            case "DR" -> {
                return new AskedForwarding.ByKernel(new Forwarding.DirectRouting());
            }
            case "TUN" -> {
                return new AskedForwarding.ByKernel(tunnel(arguments));
            }
            case "FNAT", "SNAT" -> {
                return new AskedForwarding.ByFork(arguments.text(0));
            }
            default -> {
                String upper = arguments.text(0).toUpperCase(Locale.ROOT);
                boolean onlyCase = METHODS.contains(upper);
                arguments.report(
                        DiagnosticCode.INVALID_VALUE,
                        0,
                        "'" + arguments.text(0) + "' is not a forwarding method, it is ignored",
                        onlyCase ? "write " + upper + " in upper case" : "write " + describe());
                return null;
            }
        }
    }

    private static Forwarding tunnel(Arguments arguments) {
        Encapsulation encapsulation = Encapsulation.IPIP;
        Checksum checksum = Checksum.NONE;
        int port = 0;
        for (int i = 1; i < arguments.count(); i++) {
            switch (arguments.text(i)) {
                case "type" -> {
                    i++;
                    Encapsulation named = i < arguments.count() ? encapsulation(arguments.text(i)) : null;
                    if (named == null) {
                        return refuse(arguments, i, "the type of tunnel is none of ipip, gue, gre");
                    }
                    encapsulation = named;
                }
                case "port" -> {
                    i++;
                    Long value =
                            i < arguments.count() ? IntegerType.strict(1, 65535).read(arguments, i) : null;
                    if (value == null) {
                        return refuse(arguments, i, "the port of the tunnel is missing or wrong");
                    }
                    port = value.intValue();
                }
                case "nocsum" -> checksum = Checksum.NONE;
                case "csum" -> checksum = Checksum.CHECKSUM;
                case "remcsum" -> checksum = Checksum.REMOTE_CHECKSUM;
                default -> {
                    return refuse(arguments, i, "unknown option '" + arguments.text(i) + "' of a tunnel");
                }
            }
        }
        return consistent(arguments, new Forwarding.Tunnel(encapsulation, port, checksum));
    }

    private static Forwarding consistent(Arguments arguments, Forwarding.Tunnel tunnel) {
        boolean gue = tunnel.encapsulation() == Encapsulation.GUE;
        if (gue != (tunnel.port() != 0)) {
            return refuse(arguments, 0, gue ? "a gue tunnel needs a port" : "only a gue tunnel has a port");
        }
        boolean tooMuch =
                switch (tunnel.encapsulation()) {
                    case IPIP -> tunnel.checksum() != Checksum.NONE;
                    case GRE -> tunnel.checksum() == Checksum.REMOTE_CHECKSUM;
                    case GUE -> false;
                };
        return tooMuch ? refuse(arguments, 0, "this type of tunnel has no such checksum") : tunnel;
    }

    private static @Nullable Encapsulation encapsulation(String text) {
        return switch (text) {
            case "ipip" -> Encapsulation.IPIP;
            case "gue" -> Encapsulation.GUE;
            case "gre" -> Encapsulation.GRE;
            default -> null;
        };
    }

    private static Forwarding refuse(Arguments arguments, int index, String why) {
        arguments.report(
                DiagnosticCode.INVALID_VALUE,
                index,
                why + ", a plain ipip tunnel is assumed",
                "write TUN [type ipip|gue|gre] [port N] [nocsum|csum|remcsum]");
        return PLAIN_TUNNEL;
    }

    @Override
    public String describe() {
        return "NAT, DR or TUN";
    }

    @Override
    public int most() {
        return Integer.MAX_VALUE;
    }
}
