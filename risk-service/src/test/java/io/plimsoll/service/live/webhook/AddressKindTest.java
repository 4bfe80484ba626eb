package io.plimsoll.service.live.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can be reached at an address: the first and the last of each range, and their neighbours.
final class AddressKindTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, RESERVED",
        "0.255.255.255, RESERVED",
        "1.0.0.0, PUBLIC",
        "9.255.255.255, PUBLIC",
        "10.0.0.0, PRIVATE",
        "10.255.255.255, PRIVATE",
        "11.0.0.0, PUBLIC",
        "100.63.255.255, PUBLIC",
        "100.64.0.0, PRIVATE",
        "100.100.100.199, PRIVATE",
        "100.100.100.200, RESERVED",
        "100.127.255.255, PRIVATE",
        "100.128.0.0, PUBLIC",
        "126.255.255.255, PUBLIC",
        "127.0.0.0, LOOPBACK",
        "127.0.0.1, LOOPBACK",
        "127.255.255.255, LOOPBACK",
        "128.0.0.0, PUBLIC",
        "168.63.129.16, RESERVED",
        "168.63.129.17, PUBLIC",
        "169.253.255.255, PUBLIC",
        "169.254.0.0, RESERVED",
        "169.254.169.254, RESERVED",
        "169.255.0.0, PUBLIC",
        "172.15.255.255, PUBLIC",
        "172.16.0.0, PRIVATE",
        "172.31.255.255, PRIVATE",
        "172.32.0.0, PUBLIC",
        "192.0.0.192, RESERVED",
        "192.0.1.0, PUBLIC",
        "192.0.2.1, RESERVED",
        "192.88.99.1, RESERVED",
        "192.167.255.255, PUBLIC",
        "192.168.0.0, PRIVATE",
        "192.168.255.255, PRIVATE",
        "192.169.0.0, PUBLIC",
        "198.17.255.255, PUBLIC",
        "198.18.0.0, RESERVED",
        "198.19.255.255, RESERVED",
        "198.20.0.0, PUBLIC",
        "198.51.100.7, RESERVED",
        "203.0.113.7, RESERVED",
        "223.255.255.255, PUBLIC",
        "224.0.0.1, RESERVED",
        "239.255.255.255, RESERVED",
        "240.0.0.0, RESERVED",
        "255.255.255.255, RESERVED",
        "::, RESERVED",
        "::1, LOOPBACK",
        "::2, RESERVED",
        "::7f00:1, RESERVED",
        "64:ff9b::a00:1, RESERVED",
        "100::1, RESERVED",
        "1fff:ffff::, RESERVED",
        "2001::1, RESERVED",
        "2001:1ff:ffff::, RESERVED",
        "2001:200::1, PUBLIC",
        "2001:db8::1, RESERVED",
        "2001:db9::1, PUBLIC",
        "2002:7f00:1::, RESERVED",
        "2606:4700::1111, PUBLIC",
        "3fff:fff::1, RESERVED",
        "3fff:1000::1, PUBLIC",
        "4000::, RESERVED",
        "fbff::1, RESERVED",
        "fc00::1, PRIVATE",
        "fd00:ec2::254, RESERVED",
        "fdff::1, PRIVATE",
        "fe00::1, RESERVED",
        "fe80::1, RESERVED",
        "fec0::1, RESERVED",
        "ff02::1, RESERVED"
    })
    void isKnownByItsRange(String address, AddressKind kind) {
        assertThat(AddressKind.of(InetAddress.ofLiteral(address))).isEqualTo(kind);
    }
}
