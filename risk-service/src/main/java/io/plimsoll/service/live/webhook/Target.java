package io.plimsoll.service.live.webhook;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Somebody who is sent what becomes of actions.
///
/// @param name by which it is known here, for good: what it has taken is kept by it
/// @param address where it is
/// @param reach at which addresses its host may be
/// @param secrets that sign, one or more
record Target(String name, Address address, Reach reach, List<Secret> secrets) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    Target {
        secrets = List.copyOf(secrets);
    }

    /// @throws IllegalArgumentException with a sentence that says which setting is wrong and how to mend it
    static Target of(String name, TargetSettings.One settings, AllowedHosts hosts) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "plimsoll.webhooks: %s must be 1 to 64 small letters, digits, _ and -. Maybe call it who it is."
                            .formatted(Host.shown(name)));
        }
        Address address = in(name, "url", () -> Address.of(settings.url()));
        Reach reach = in(name, "url", () -> reach(address.host(), hosts));
        List<Secret> secrets = in(
                name, "secret", () -> settings.secret().stream().map(Secret::of).toList());
        return new Target(name, address, reach, secrets);
    }

    private static <T> T in(String name, String setting, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "plimsoll.webhooks.\"%s\".%s: %s".formatted(name, setting, e.getMessage()), e);
        }
    }

    private static Reach reach(Host host, AllowedHosts hosts) {
        Reach reach = hosts.reach(host)
                .orElseThrow(() -> new IllegalArgumentException(
                        "plimsoll.webhook.allowed-hosts does not list %s. Maybe add it there, or mend the URL."
                                .formatted(host)));
        host.address().flatMap(address -> reach.objection(host, address)).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        return reach;
    }
}
