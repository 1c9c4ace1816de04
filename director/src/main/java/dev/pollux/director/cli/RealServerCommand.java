package dev.pollux.director.cli;

import static dev.pollux.director.cli.DaemonOption.flag;
import static dev.pollux.director.cli.DaemonOption.with;
import static dev.pollux.director.cli.DaemonOption.withOptional;

import dev.pollux.director.cli.Invocation.PrepareServer.Deed;
import dev.pollux.director.cli.RealServerNeeds.Tunnel;
import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.grammar.model.Forwarding.Encapsulation;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.jspecify.annotations.Nullable;

/** The words behind {@code pollux realserver}. */
public final class RealServerCommand {

    static final String NAME = "realserver";

    /** The port of GUE where none is given (IANA). */
    private static final int GUE_PORT = 6080;

    private static final int LAST_PORT = 65535;

    /** What a real server needs to know besides its mode. */
    static final List<DaemonOption> OPTIONS = List.of(
            with(null, "vip", "ADDRESS", "dr, tun: a virtual address; again, or more behind it, for several"),
            with(null, "tunnel", "TYPE", "tun: ipip (default), gre or gue"),
            with(null, "port", "PORT", "tun: the UDP port of gue, 6080 by default"),
            with(null, "gateway", "ADDRESS", "nat: the director's address that the default route leads to"),
            with(null, "local-address", "ADDRESS", "fullnat: a local address of the director; again for several"),
            with(null, "via", "ADDRESS", "fullnat: the router to the local addresses, unless they are on the link"));

    private static final FileCommand COMMAND = new FileCommand(
            NAME,
            "realserver nat|dr|tun|fullnat [OPTION...]",
            "docs/doctor.md",
            and(
                    OPTIONS,
                    flag(null, "apply", "Do it"),
                    flag(null, "remove", "Undo what --apply has changed"),
                    withOptional(null, "print", "FORM", "Print plan (default), script or unit, and do nothing"),
                    flag("h", "help", "Print this")));

    private RealServerCommand() {}

    /** These options and more. */
    static List<DaemonOption> and(List<DaemonOption> options, DaemonOption... more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }

    static Invocation read(List<String> words) {
        return COMMAND.read(words, line -> {
            Deed deed = deed(line);
            return new Invocation.PrepareServer(needs(line, deed == Deed.REMOVE), deed);
        });
    }

    /**
     * Reads what {@link RealServerNeeds#words()} wrote.
     *
     * @throws IllegalArgumentException where the words are others
     */
    public static RealServerNeeds needs(List<String> words) {
        if (read(words) instanceof Invocation.PrepareServer request) {
            return request.needs();
        }
        throw new IllegalArgumentException(String.join(" ", words));
    }

    private static Deed deed(CommandLine line) {
        int deeds = 0;
        Deed deed = Deed.PLAN;
        if (line.hasOption("apply")) {
            deed = Deed.APPLY;
            deeds++;
        }
        if (line.hasOption("remove")) {
            deed = Deed.REMOVE;
            deeds++;
        }
        if (line.hasOption("print")) {
            deed = printed(line.getOptionValue("print", "plan"));
            deeds++;
        }
        if (deeds > 1) {
            throw new IllegalArgumentException("--apply, --remove and --print exclude each other");
        }
        return deed;
    }

    private static Deed printed(String form) {
        return switch (form) {
            case "plan" -> Deed.PLAN;
            case "script" -> Deed.SCRIPT;
            case "unit" -> Deed.UNIT;
            default -> throw new IllegalArgumentException("--print=" + form + ": wanted plan, script or unit");
        };
    }

    /** To undo, the addresses may be left out. */
    private static RealServerNeeds needs(CommandLine line, boolean undo) {
        List<String> words = line.getArgList();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("wanted nat, dr, tun or fullnat");
        }
        RealServerNeeds needs = needs(RealServerMode.parse(words.get(0)), line, words.subList(1, words.size()));
        if (!undo) {
            demand(needs);
        }
        return needs;
    }

    /** Needs that lack whatever is not there, with more addresses from behind the options. */
    static RealServerNeeds needs(RealServerMode mode, CommandLine line, List<String> more) {
        refuse(line, mode, more);
        return new RealServerNeeds(
                mode,
                addresses(line, "vip", mode.holdsAddress() ? more : List.of()),
                tunnel(line),
                address(line.getOptionValue(mode == RealServerMode.NAT ? "gateway" : "via")),
                addresses(line, "local-address", mode == RealServerMode.FULLNAT ? more : List.of()));
    }

    /** Options that say nothing about this mode were meant for another one. */
    private static void refuse(CommandLine line, RealServerMode mode, List<String> more) {
        refuse(line, "vip", mode.holdsAddress(), mode);
        refuse(line, "tunnel", mode == RealServerMode.TUN, mode);
        refuse(line, "port", mode == RealServerMode.TUN, mode);
        refuse(line, "gateway", mode == RealServerMode.NAT, mode);
        refuse(line, "local-address", mode == RealServerMode.FULLNAT, mode);
        refuse(line, "via", mode == RealServerMode.FULLNAT, mode);
        if (mode == RealServerMode.NAT && !more.isEmpty()) {
            throw new IllegalArgumentException(more.get(0) + ": unexpected");
        }
    }

    private static void refuse(CommandLine line, String option, boolean meant, RealServerMode mode) {
        if (!meant && line.hasOption(option)) {
            throw new IllegalArgumentException("--" + option + " says nothing about " + mode.word());
        }
    }

    /** All that the mode needs is there, or {@link IllegalArgumentException}. */
    static void demand(RealServerNeeds needs) {
        if (needs.mode().holdsAddress() && needs.virtualAddresses().isEmpty()) {
            throw new IllegalArgumentException(needs.mode().word() + ": wanted --vip ADDRESS");
        }
        if (needs.mode() == RealServerMode.NAT && needs.gateway() == null) {
            throw new IllegalArgumentException("nat: wanted --gateway ADDRESS, the director's address on this side");
        }
        if (needs.mode() == RealServerMode.FULLNAT && needs.localAddresses().isEmpty()) {
            throw new IllegalArgumentException("fullnat: wanted --local-address ADDRESS");
        }
    }

    private static Tunnel tunnel(CommandLine line) {
        String type = line.getOptionValue("tunnel", "ipip");
        Encapsulation encapsulation =
                switch (type) {
                    case "ipip" -> Encapsulation.IPIP;
                    case "gre" -> Encapsulation.GRE;
                    case "gue" -> Encapsulation.GUE;
                    default -> throw new IllegalArgumentException("--tunnel " + type + ": wanted ipip, gre or gue");
                };
        String port = line.getOptionValue("port");
        if (encapsulation != Encapsulation.GUE) {
            if (port != null) {
                throw new IllegalArgumentException("--port goes with --tunnel gue");
            }
            return new Tunnel(encapsulation, 0);
        }
        return new Tunnel(encapsulation, port == null ? GUE_PORT : port(port));
    }

    private static int port(String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("--port " + text + ": wanted 1 to 65535");
        }
        return port;
    }

    private static List<InetAddress> addresses(CommandLine line, String option, List<String> more) {
        List<String> texts = new ArrayList<>();
        String[] values = line.getOptionValues(option);
        texts.addAll(values == null ? List.of() : List.of(values));
        texts.addAll(more);
        List<InetAddress> addresses = new ArrayList<>();
        for (String text : texts) {
            for (String part : text.split(",", -1)) {
                InetAddress address = address(part);
                if (address != null && !addresses.contains(address)) {
                    addresses.add(address);
                }
            }
        }
        return addresses;
    }

    private static @Nullable InetAddress address(@Nullable String text) {
        if (text == null) {
            return null;
        }
        InetAddress address = AddressLiteral.parse(text.toLowerCase(Locale.ROOT));
        if (address == null) {
            throw new IllegalArgumentException(text + ": not an IP address");
        }
        return address;
    }
}
