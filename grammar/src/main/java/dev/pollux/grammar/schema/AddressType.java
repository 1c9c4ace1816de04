package dev.pollux.grammar.schema;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressLiteral;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** An IPv4 or IPv6 address. */
public record AddressType() implements ArgumentType<InetAddress> {

    @Override
    public @Nullable InetAddress read(Arguments arguments) {
        return read(arguments, 0);
    }

    /** The address at {@code index}, or null after a report. */
    public @Nullable InetAddress read(Arguments arguments, int index) {
        String text = arguments.text(index);
        InetAddress address = AddressLiteral.parse(withoutPrefix(text));
        if (address != null && text.indexOf('/') >= 0) {
            arguments.report(
                    DiagnosticCode.REMARK,
                    index,
                    "the prefix length of '" + text + "' means nothing here",
                    "write the address alone");
        }
        if (address == null) {
            arguments.report(
                    DiagnosticCode.INVALID_VALUE,
                    index,
                    "'" + arguments.text(index) + "' is not an IP address, it is ignored",
                    "write an IPv4 or IPv6 address; names are not looked up");
        }
        return address;
    }

    /** Many write a prefix length where none is asked for; keepalived never minds. */
    public static String withoutPrefix(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? text : text.substring(0, slash);
    }

    @Override
    public String describe() {
        return "an IPv4 or IPv6 address";
    }
}
