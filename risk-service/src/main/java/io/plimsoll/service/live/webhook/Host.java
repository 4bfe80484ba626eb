package io.plimsoll.service.live.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A host in the one spelling that it has here, so that two that are the same are equal.
///
/// @param text a name in small letters, four decimal numbers, or an IPv6 address in brackets
/// @param address of an address; empty for a name
record Host(String text, Optional<InetAddress> address) {

    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    /// What a browser takes for an address, however it is written: `127.1`, `2130706433`, `0x7f.0.0.1`.
    private static final Pattern NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

    /// @param text such as `hooks.example.com`, `127.0.0.1`, `[::1]`
    /// @throws IllegalArgumentException with a sentence that says how to mend it
    static Host of(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        if (small.startsWith("[")) {
            return ofBrackets(small);
        }
        if (NUMBER.matcher(small).matches()) {
            return ofNumbers(small);
        }
        if (!NAME.matcher(small).matches()) {
            throw new IllegalArgumentException(
                    "%s is not the name of a host. Maybe write letters, digits, hyphens and single dots alone: no scheme,"
                                    .formatted(shown(text))
                            + " no port, no dot at the end, and names of other scripts as xn--….");
        }
        return new Host(small, Optional.empty());
    }

    private static Host ofBrackets(String text) {
        String inside = text.endsWith("]") ? text.substring(1, text.length() - 1) : "";
        // A zone would be one of this machine's interfaces.
        if (!inside.contains("%") && literal(inside).orElse(null) instanceof Inet6Address address) {
            return new Host("[%s]".formatted(address.getHostAddress()), Optional.of(address));
        }
        throw new IllegalArgumentException(
                "%s is not an IPv6 address. Maybe write one without a zone, such as [2001:db8::1], and an IPv4 address as"
                                .formatted(shown(text))
                        + " four decimal numbers.");
    }

    private static Host ofNumbers(String text) {
        Optional<InetAddress> address =
                literal(text).filter(found -> found.getHostAddress().equals(text));
        if (address.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s is an address that can be read in several ways. Maybe write it as four decimal numbers, such as"
                                    .formatted(shown(text))
                            + " 127.0.0.1.");
        }
        return new Host(text, address);
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// What is quoted of a text that may be anything.
    static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return "(%s)".formatted(printable.length() > 80 ? printable.substring(0, 80) + "…" : printable);
    }

    /// Whether it is this machine by its very spelling.
    boolean isLoopback() {
        return address.map(InetAddress::isLoopbackAddress).orElse(text.equals("localhost"));
    }

    @Override
    public String toString() {
        return text;
    }
}
