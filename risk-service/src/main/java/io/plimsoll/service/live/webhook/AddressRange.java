package io.plimsoll.service.live.webhook;

import java.math.BigInteger;
import java.net.InetAddress;

/// Addresses that begin alike.
///
/// @param network the first of them
/// @param bits how many bits are the same
record AddressRange(InetAddress network, int bits) {

    /// @param text such as `10.0.0.0/8`
    static AddressRange of(String text) {
        int slash = text.indexOf('/');
        return new AddressRange(
                InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        byte[] first = network.getAddress();
        byte[] other = address.getAddress();
        return first.length == other.length
                && new BigInteger(1, first).xor(new BigInteger(1, other)).bitLength() <= 8 * first.length - bits;
    }
}
