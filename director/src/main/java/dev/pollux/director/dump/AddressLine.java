package dev.pollux.director.dump;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressFlag;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.VirtualAddress;
import java.util.List;
import java.util.Map;

/** A virtual address in the form of keepalived's dumps. */
final class AddressLine {

    private static final List<AddressFlag> FLAGS = List.of(
            AddressFlag.HOME,
            AddressFlag.DETECT_DUPLICATES,
            AddressFlag.MANAGE_TEMPORARY,
            AddressFlag.NO_PREFIX_ROUTE,
            AddressFlag.AUTO_JOIN,
            AddressFlag.UNTRACKED);

    private AddressLine() {}

    /**
     * The line.
     *
     * @param bases the interface below by name of each virtual one
     * @param held the kernel has it
     */
    static String of(VirtualAddress address, Map<String, String> bases, boolean held) {
        StringBuilder line = new StringBuilder(AddressText.of(address.address()));
        String length = address.prefixLength() == address.family().bits() ? "" : "/" + address.prefixLength();
        line.append(address.peer() == null ? length : "");
        if (address.broadcast() != null) {
            line.append(" brd ").append(AddressText.of(address.broadcast()));
        }
        String base = bases.get(address.interfaceName());
        line.append(" dev ").append(address.interfaceName()).append(base == null ? "" : "@" + base);
        line.append(" scope ").append(scope(address.scope()));
        line.append(address.label() == null ? "" : " label " + address.label());
        if (address.peer() != null) {
            line.append(" peer ")
                    .append(AddressText.of(address.peer()))
                    .append('/')
                    .append(address.prefixLength());
        }
        FLAGS.stream().filter(address.flags()::contains).forEach(flag -> line.append(' ')
                .append(flag.keyword()));
        return line.append(lifetime(address)).append(held ? " set" : "").toString();
    }

    private static String lifetime(VirtualAddress address) {
        Long lifetime = address.preferredLifetime();
        if (address.family() == AddressFamily.IPV4) {
            return "";
        }
        if (lifetime == null) {
            return " preferred_lft forever";
        }
        return lifetime == 0 ? " deprecated" : " preferred_lft " + lifetime;
    }

    private static String scope(int scope) {
        return switch (scope) {
            case 0 -> "global";
            case 200 -> "site";
            case 253 -> "link";
            case 254 -> "host";
            default -> String.valueOf(scope);
        };
    }
}
