package io.plimsoll.service.live.webhook;

import java.net.InetAddress;
import java.util.Optional;

/// At which addresses a host may be.
enum Reach {
    /// At this machine's own alone.
    THIS_MACHINE,
    /// At public ones alone.
    PUBLIC,
    /// At those of private networks, too.
    PRIVATE;

    /// Why a host may not be at an address; empty if it may.
    Optional<String> objection(Host host, InetAddress address) {
        AddressKind kind = AddressKind.of(address);
        if (allows(kind)) {
            return Optional.empty();
        }
        String remedy = kind == AddressKind.PRIVATE && this == PUBLIC
                ? "Maybe list it in plimsoll.webhook.allowed-private-hosts, if it belongs to you."
                : "Maybe mend where it leads.";
        return Optional.of("%s is at %s, which is %s, and nothing is sent there. %s"
                .formatted(host, address.getHostAddress(), words(kind), remedy));
    }

    private boolean allows(AddressKind kind) {
        return switch (this) {
            case THIS_MACHINE -> kind == AddressKind.LOOPBACK;
            case PUBLIC -> kind == AddressKind.PUBLIC;
            case PRIVATE -> kind == AddressKind.PUBLIC || kind == AddressKind.PRIVATE;
        };
    }

    private static String words(AddressKind kind) {
        return switch (kind) {
            case RESERVED -> "reserved";
            case LOOPBACK -> "this machine";
            case PRIVATE -> "in a private network";
            case PUBLIC -> "not this machine";
        };
    }
}
