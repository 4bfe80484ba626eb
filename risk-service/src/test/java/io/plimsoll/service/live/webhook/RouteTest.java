package io.plimsoll.service.live.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a name leads is looked at before each attempt.
final class RouteTest {

    private static final AllowedHosts HOSTS =
            AllowedHosts.of(List.of("hooks.example.com", "localhost", "8.8.4.4"), List.of("oms.internal"));

    private static Route route(String host, Route.Names names) {
        return new Route(Target.of("oms", GivenTarget.at("https://%s/".formatted(host)), HOSTS), names);
    }

    private static InetAddress[] addresses(String text) {
        return Arrays.stream(text.split(" ")).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "hooks.example.com, 93.184.215.14",
        "hooks.example.com, 2606:4700::1111 93.184.215.14",
        "oms.internal, 10.1.2.3",
        "oms.internal, fd12::1",
        "oms.internal, 93.184.215.14",
        "localhost, 127.0.0.1",
        "localhost, ::1 127.0.0.1"
    })
    void leadsToTheAddressesOfItsHostInTurn(String host, String addresses) throws IOException {
        Route route = route(host, _ -> addresses(addresses));

        for (int round = 0; round < 2; round++) {
            for (InetAddress address : addresses(addresses)) {
                assertThat(route.next()).isEqualTo(address);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hooks.example.com, 10.1.2.3",
        "hooks.example.com, 127.0.0.1",
        "hooks.example.com, ::1",
        "hooks.example.com, 169.254.169.254",
        "hooks.example.com, 93.184.215.14 10.1.2.3",
        "hooks.example.com, 10.1.2.3 93.184.215.14",
        "hooks.example.com, 64:ff9b::a9fe:a9fe",
        "oms.internal, 127.0.0.1",
        "oms.internal, 169.254.169.254",
        "oms.internal, fd00:ec2::254",
        "oms.internal, 0.0.0.0",
        "localhost, 93.184.215.14",
        "localhost, 10.1.2.3",
        "localhost, 127.0.0.1 10.1.2.3"
    })
    void leadsNowhereElse(String host, String addresses) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> route(host, _ -> addresses(addresses)).next())
                .withMessageContaining("nothing is sent there. Maybe ");
    }

    @Test
    void aNameThatLeadsElsewhereLaterIsLookedAtAgain() throws IOException {
        InetAddress[][] said = {addresses("93.184.215.14"), addresses("10.1.2.3")};
        int[] asked = {0};
        Route route = route("hooks.example.com", _ -> said[asked[0]++]);

        assertThat(route.next()).isEqualTo(said[0][0]);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(route::next)
                .withMessage(
                        "hooks.example.com is at 10.1.2.3, which is in a private network, and nothing is sent there."
                                + " Maybe list it in plimsoll.webhook.allowed-private-hosts, if it belongs to you.");
    }

    @Test
    void nobodyIsAskedForAnAddress() throws IOException {
        Route route = route("8.8.4.4", name -> {
            throw new AssertionError(name);
        });

        assertThat(route.next()).isEqualTo(InetAddress.ofLiteral("8.8.4.4"));
    }

    @Test
    void aNameThatIsNotKnownIsNoDefect() {
        Route route = route("hooks.example.com", name -> {
            throw new UnknownHostException(name);
        });

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(route::next)
                .withMessage("Nobody knows where hooks.example.com is.");
    }
}
