package io.plimsoll.service.live.webhook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The hosts that may be sent to, each with the addresses that it may have.
record AllowedHosts(Map<Host, Reach> reaches) {

    AllowedHosts {
        reaches = Map.copyOf(reaches);
    }

    /// @throws IllegalArgumentException with a sentence that says which is no host
    static AllowedHosts of(WebhookSettings settings) {
        return of(
                settings.allowedHosts().orElse(List.of()),
                settings.allowedPrivateHosts().orElse(List.of()));
    }

    static AllowedHosts of(List<String> hosts, List<String> privateHosts) {
        Map<Host, Reach> reaches = new HashMap<>();
        hosts.forEach(text -> {
            Host host = host("allowed-hosts", text);
            reaches.put(host, host.isLoopback() ? Reach.THIS_MACHINE : Reach.PUBLIC);
        });
        privateHosts.forEach(text -> {
            Host host = host("allowed-private-hosts", text);
            reaches.put(host, host.isLoopback() ? Reach.THIS_MACHINE : Reach.PRIVATE);
        });
        return new AllowedHosts(reaches);
    }

    private static Host host(String setting, String text) {
        try {
            return Host.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("plimsoll.webhook.%s: %s".formatted(setting, e.getMessage()), e);
        }
    }

    /// At which addresses a host may be; empty if it may not be sent to.
    Optional<Reach> reach(Host host) {
        return Optional.ofNullable(reaches.get(host));
    }
}
