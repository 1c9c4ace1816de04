package dev.pollux.grammar.corpus;

import dev.pollux.grammar.ReadResult;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressLiteral;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a value may differ from keepalived's. */
final class Explanation {

    static final String NONE = "not explained";

    static final String CLOSED = "a block is closed before a keyword of the top level; keepalived reads that inside it";

    /** No-break and ideographic space, as they look in a text read byte by byte. */
    private static final Pattern LOOKALIKE = Pattern.compile("\u00C2\u00A0|\u00E3\u0080\u0080");

    private static final Pattern SERVICE = Pattern.compile("^\\s*virtual_server\\s+(\\d[\\d.]*)\\s");
    private static final Pattern UNDEFINED = Pattern.compile("(?s)unicast_src_ip [0-9.]+\\$\\{(\\w+)}(?!.*\\R\\$\\1=)");

    private Explanation() {}

    /** Whether the value is drawn at random, or follows from one that is. */
    static boolean random(String source, String name) {
        if (!source.contains("_RANDOM")) {
            return false;
        }
        String key = name.substring(name.lastIndexOf(' ') + 1);
        String written = key.equals("warmup") ? "delay_loop" : key;
        return source.lines().anyMatch(line -> line.contains("_RANDOM") && line.contains(written));
    }

    /**
     * The reason, or {@link #NONE}.
     *
     * @param their value of keepalived; {@code -}: it has none
     * @param our value of this program; {@code -}: it has none
     */
    static String of(
            String source,
            String name,
            String their,
            String our,
            Map<String, String> theirs,
            Map<String, String> ours) {
        String scope = name.substring(0, name.lastIndexOf(' '));
        String key = name.substring(name.lastIndexOf(' ') + 1);
        String structure = structural(source, name, their, theirs);
        if (!structure.equals(NONE)) {
            return structure;
        }
        if (key.equals("state") && our.equals("MASTER")) {
            return "the wish of a member of a sync group is kept as written; it has no effect";
        }
        boolean retry = key.equals("retry") || key.equals("delay_before_retry");
        if (retry && theirs.containsKey(scope + " kind") && ours.containsKey(scope + " kind")) {
            return source.contains("nb_get_retry") ? "nb_get_retry is heeded in every checker" : NONE;
        }
        if ((key.equals("addresses") || key.equals("peers") || key.equals("excluded")) && sameSet(their, our)) {
            return "an address that is listed twice counts once, as in keepalived since 2.3.3";
        }
        if ((key.equals("interface") || key.equals("addresses") || key.equals("excluded"))
                && (source.contains("use_vmac") || source.contains("use_ipvlan"))) {
            return "keepalived shows the virtual interface";
        }
        if (key.equals("sorry_server") && their.endsWith(" 0")) {
            return "the sorry server has the port of its service";
        }
        if (key.equals("connect_timeout") && their.equals("0")) {
            return "a host block of SMTP_CHECK has the usual timeout, not none";
        }
        if (their.equals("-")
                && source.chars().filter(c -> c == '{').count()
                        > source.chars().filter(c -> c == '}').count()) {
            return "a block that is not closed is kept";
        }
        if (our.equals("-") && source.contains("include ") && !source.contains(address(name))) {
            return "it includes files that are not in the collection";
        }
        if (our.equals("-") && name.matches(".*#\\d+ .*")) {
            return "what is defined twice counts once";
        }
        if (our.equals("-") && name.startsWith("vrrp_instance")) {
            return "instances that differ only by peers or multicast group are not told apart";
        }
        if (our.equals("-") && (source.contains("FNAT") || source.contains("SNAT"))) {
            return "FULLNAT never becomes NAT";
        }
        if (our.equals("-") && "BFD_CHECK".equals(theirs.get(scope + " kind"))) {
            return "a BFD_CHECK goes with the session that is left out for want of a neighbour";
        }
        if (our.equals("-") && source.lines().anyMatch(Explanation::isWrongService)) {
            return "keepalived adds the servers of a virtual_server with a wrong address to the one before";
        }
        return NONE;
    }

    /** What makes keepalived read lines as parts of another block, or not at all. */
    private static String structural(String source, String name, String their, Map<String, String> theirs) {
        boolean instance = name.startsWith("vrrp_instance");
        if (instance && theirs.keySet().stream().noneMatch(other -> other.startsWith("vrrp_instance"))) {
            return "keepalived's VRRP process ended before it printed anything";
        }
        if (LOOKALIKE.matcher(source).find()) {
            return "a blank that only looks like one separates words";
        }
        if (instance && name.contains("#") && source.contains("\\#")) {
            return "an escaped # is part of the word, as in later versions";
        }
        if (their.equals("-") && source.contains("SMTP_CHEKC {")) {
            return "keepalived takes the brace of an unknown block for that of the block around it";
        }
        if (their.equals("-") && UNDEFINED.matcher(source).find()) {
            return "keepalived takes the brace of an undefined ${NAME} for that of a block";
        }
        boolean newer = source.lines()
                .map(line -> line.replaceFirst("[#!].*", ""))
                .anyMatch(line -> line.contains("${_HASH}") || line.contains("${_BANG}"));
        return newer ? "keepalived 2.2.7 does not know ${_HASH} and ${_BANG}" : NONE;
    }

    /** Whether a block was closed for want of its brace, where keepalived goes on reading it. */
    static boolean closesBlocks(ReadResult result) {
        return result.diagnostics().stream()
                .anyMatch(diagnostic -> diagnostic.code() == DiagnosticCode.MISSING_BRACE
                        && diagnostic.message().contains("top level only"));
    }

    /** The address of a virtual server, the name of an instance. */
    private static String address(String name) {
        return name.replaceFirst("^(virtual_server|vrrp_instance) ", "")
                .replaceFirst("^\\[([^]]*)].*", "$1")
                .replaceFirst(" .*", "");
    }

    private static boolean isWrongService(String line) {
        Matcher matcher = SERVICE.matcher(line);
        return matcher.find() && AddressLiteral.parse(matcher.group(1)) == null;
    }

    private static boolean sameSet(String a, String b) {
        Set<String> left = new LinkedHashSet<>(List.of(a.split(", ", -1)));
        return left.equals(new LinkedHashSet<>(List.of(b.split(", ", -1))));
    }
}
