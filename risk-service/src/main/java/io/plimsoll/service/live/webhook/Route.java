package io.plimsoll.service.live.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// Finds where a target is, for each attempt anew, and holds it against where it may be. The connection is
/// made to the very address that was looked at, so that a name that leads elsewhere a moment later leads
/// nowhere.
final class Route {

    /// Who knows the addresses of names.
    interface Names {

        InetAddress[] addresses(String name) throws UnknownHostException;
    }

    private final Target target;
    private final Names names;
    private int turn;

    Route(Target target, Names names) {
        this.target = target;
        this.names = names;
    }

    /// One of its addresses, the next one with each call: one of them may be dead.
    ///
    /// @throws IOException with a sentence, if the name is not known or leads where nothing is sent
    InetAddress next() throws IOException {
        Host host = target.address().host();
        InetAddress[] addresses =
                host.address().isPresent() ? new InetAddress[] {host.address().get()} : find(host);
        for (InetAddress address : addresses) {
            Optional<String> objection = target.reach().objection(host, address);
            if (objection.isPresent()) {
                throw new IOException(objection.get());
            }
        }
        return addresses[Math.floorMod(turn++, addresses.length)];
    }

    private InetAddress[] find(Host host) throws IOException {
        try {
            return names.addresses(host.text());
        } catch (UnknownHostException e) {
            throw new IOException("Nobody knows where %s is.".formatted(host), e);
        }
    }
}
