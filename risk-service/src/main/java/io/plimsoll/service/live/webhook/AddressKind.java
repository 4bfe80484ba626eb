package io.plimsoll.service.live.webhook;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What can be reached at an address, by the registries of special-purpose addresses of RFC 6890 and the
/// metadata services of clouds.
enum AddressKind {
    /// Nothing that a webhook is for: link-local addresses, metadata, multicast, documentation, tunnels.
    RESERVED,
    /// This machine.
    LOOPBACK,
    /// The network that this machine is in.
    PRIVATE,
    /// Anybody.
    PUBLIC;

    private static final Map<AddressKind, List<AddressRange>> RANGES = new EnumMap<>(Map.of(
            RESERVED,
            ranges(
                    "0.0.0.0/8",
                    "169.254.0.0/16",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "100.100.100.200/32",
                    "168.63.129.16/32",
                    "fd00:ec2::/32"),
            LOOPBACK,
            ranges("127.0.0.0/8", "::1/128"),
            PRIVATE,
            ranges("10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"),
            PUBLIC,
            ranges("0.0.0.0/0", "2000::/3")));

    private static List<AddressRange> ranges(String... ranges) {
        return Stream.of(ranges).map(AddressRange::of).toList();
    }

    /// The first kind that has a range with it; of IPv6, what is in none is reserved.
    static AddressKind of(InetAddress address) {
        return Arrays.stream(values())
                .filter(kind ->
                        RANGES.getOrDefault(kind, List.of()).stream().anyMatch(range -> range.contains(address)))
                .findFirst()
                .orElse(RESERVED);
    }
}
