package io.plimsoll.service.live.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Only who is allowed can be sent to, however the URL is spelt.
final class TargetTest {

    private static final AllowedHosts HOSTS = AllowedHosts.of(
            List.of("Hooks.Example.com", "xn--mnchen-3ya.example", "8.8.4.4", "[2606:4700::1111]", "localhost"),
            List.of("oms.internal", "10.0.0.5"));

    private static Target target(String url) {
        return Target.of("oms", GivenTarget.at(url), HOSTS);
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.com,               true,  hooks.example.com,      443,   /,          PUBLIC",
        "HTTPS://HOOKS.EXAMPLE.COM/Path,          true,  hooks.example.com,      443,   /Path,      PUBLIC",
        "https://hooks.example.com:8443/a/../b?c, true,  hooks.example.com,      8443,  /a/../b?c,  PUBLIC",
        "https://hooks.example.com?token=x,       true,  hooks.example.com,      443,   /?token=x,  PUBLIC",
        "https://hooks.example.com/%2e%2e/@x,     true,  hooks.example.com,      443,   /%2e%2e/@x, PUBLIC",
        "https://xn--mnchen-3ya.example/,         true,  xn--mnchen-3ya.example, 443,   /,          PUBLIC",
        "https://8.8.4.4/,                        true,  8.8.4.4,                443,   /,          PUBLIC",
        "https://[2606:4700:0:0::1111]/,          true,  [2606:4700:0:0:0:0:0:1111], 443, /,        PUBLIC",
        "https://oms.internal/,                   true,  oms.internal,           443,   /,          PRIVATE",
        "https://10.0.0.5:65535/,                 true,  10.0.0.5,               65535, /,          PRIVATE",
        "http://localhost:8080/hook,              false, localhost,              8080,  /hook,      THIS_MACHINE",
        "http://LOCALHOST,                        false, localhost,              80,    /,          THIS_MACHINE",
        "https://localhost/,                      true,  localhost,              443,   /,          THIS_MACHINE"
    })
    void whoIsListedIsSentTo(String url, boolean tls, String host, int port, String path, Reach reach) {
        Target target = target(url);

        assertThat(target.address()).isEqualTo(new Address(tls, Host.of(host), port, path));
        assertThat(target.reach()).isEqualTo(reach);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Other hosts that look like one that is listed.
                "https://example.com/",
                "https://evil.example/",
                "https://hooks.example.com.evil.example/",
                "https://evil.hooks.example.com/",
                "https://hooks.example.comevil.example/",
                "https://hooks-example.com/",
                "https://hooks.example.co/",
                "https://evil.example/hooks.example.com",
                "https://evil.example/?hooks.example.com",
                "https://evil.example\\@hooks.example.com/",
                "https://evil.example%2f@hooks.example.com/",
                "https://evil.example%00hooks.example.com/",
                "https://evil.example%23@hooks.example.com/",
                "https://h\u043e\u043eks.example.com/",
                "https://hooks\u3002example\u3002com/",
                "https://ｈooks.example.com/",
                "https://münchen.example/",
                "https://xn--mnchen-3ya.evil/",
                // Users.
                "https://user@hooks.example.com/",
                "https://user:password@hooks.example.com/",
                "https://@hooks.example.com/",
                "https://:@hooks.example.com/",
                "https://hooks.example.com@evil.example/",
                "https://hooks.example.com:443@evil.example/",
                "https://hooks.example.com%40evil.example/",
                "https://evil.example@hooks.example.com@evil.example/",
                // Dots, spaces, controls and what else a name has not.
                "https://hooks.example.com./",
                "https://hooks.example.com../",
                "https://.hooks.example.com/",
                "https://hooks..example.com/",
                "https://hooks_example.com/",
                "https://-hooks.example.com/",
                "https://*.example.com/",
                "https://*/",
                "https:// hooks.example.com/",
                "https://hooks.example.com /",
                " https://hooks.example.com/",
                "https://hooks.example.com/\n",
                "https://hooks.example.com/\r\nHost: evil.example",
                "https://hooks.example.com/\u0000",
                "https://hooks.example.com\t/",
                "https://hooks.example.com/a b",
                "https://hooks.example.com\\/",
                "https:\\\\hooks.example.com\\",
                "https:/\\hooks.example.com/",
                "https://hooks.example.com/{x}",
                "https://hooks.example.com/#fragment",
                "https://hooks.example.com#@evil.example/",
                // Addresses of this machine, written in all ways.
                "https://127.0.0.1/",
                "http://127.0.0.1/",
                "https://127.1/",
                "https://127.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0X7F.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://127.0.0.01/",
                "https://127.0.0.1./",
                "https://127.000.000.001/",
                "https://0/",
                "https://0.0.0.0/",
                "https://[::]/",
                "https://[::1]/",
                "http://[::1]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::127.0.0.1]/",
                "https://[::1%25lo]/",
                "https://[::1%lo]/",
                "https://[fe80::1%25eth0]/",
                "https://[::1]evil.example/",
                "https://[::1/",
                "https://::1/",
                "https://[]/",
                "https://[hooks.example.com]/",
                "https://[v1.fe80]/",
                "https://localhost.localdomain/",
                "https://localhost./",
                "https://ip6-localhost/",
                "https://foo.localhost/",
                // Networks that nobody is allowed to send to.
                "https://10.0.0.6/",
                "https://0xa000005/",
                "https://10.5/",
                "https://192.168.0.1/",
                "https://172.16.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://2852039166/",
                "https://0xa9.0xfe.0xa9.0xfe/",
                "https://[fd00:ec2::254]/",
                "https://[::ffff:169.254.169.254]/",
                "https://[64:ff9b::a9fe:a9fe]/",
                "https://metadata.google.internal/",
                // Schemes.
                "http://hooks.example.com/",
                "http://oms.internal/",
                "http://10.0.0.5/",
                "http://8.8.4.4/",
                "hooks.example.com",
                "hooks.example.com/path",
                "//hooks.example.com/",
                "/hook",
                "",
                " ",
                "https:",
                "https:/",
                "https://",
                "https:///hook",
                "https:hooks.example.com",
                "https:/hooks.example.com",
                "file:///etc/passwd",
                "file://hooks.example.com/etc/passwd",
                "ftp://hooks.example.com/",
                "gopher://hooks.example.com/",
                "jar:https://hooks.example.com/!/",
                "ws://hooks.example.com/",
                "wss://hooks.example.com/",
                "javascript:alert(1)",
                "data:text/plain,x",
                "url:https://hooks.example.com/",
                "https+unix://hooks.example.com/",
                // Ports.
                "https://hooks.example.com:0/",
                "https://hooks.example.com:65536/",
                "https://hooks.example.com:99999999999/",
                "https://hooks.example.com:-1/",
                "https://hooks.example.com:+443/",
                "https://hooks.example.com:443x/",
                "https://hooks.example.com:/",
                "https://hooks.example.com:443:443/",
                "https://:443/"
            })
    void nobodyElseIs(String url) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> target(url))
                .withMessageStartingWith("plimsoll.webhooks.\"oms\".url: ")
                .withMessageContaining(" Maybe ");
    }

    @Test
    void noSpellingOfAnAddressInsideGoesPastTheList() {
        List<String> allowed = new ArrayList<>();
        for (int address : new int[] {0x7f000001, 0x0a000006, 0xc0a80001, 0xac100001, 0xa9fea9fe, 0x00000000}) {
            for (String host : Spellings.of(address)) {
                for (String form :
                        List.of("https://%s/", "http://%s:80/", "HTTPS://%s", "https://%s./", "http://%s/")) {
                    String url = form.formatted(host);
                    try {
                        target(url);
                        allowed.add(url);
                    } catch (IllegalArgumentException e) {
                        assertThat(e).hasMessageContaining(" Maybe ");
                    }
                }
            }
        }
        assertThat(allowed).isEmpty();
    }

    @Test
    void whatIsListedMustBeWhereItMayBe() {
        AllowedHosts hosts = AllowedHosts.of(
                List.of("10.0.0.5", "169.254.169.254", "0.0.0.0", "[::ffff:0:0:1]"), List.of("169.254.0.1"));

        for (Host host : hosts.reaches().keySet()) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> Target.of("oms", GivenTarget.at("https://%s/".formatted(host)), hosts))
                    .withMessageContaining("nothing is sent there");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com",
                "hooks.example.com:443",
                "hooks.example.com/",
                "*",
                "*.example.com",
                "hooks.example.com.",
                "",
                " ",
                "127.1",
                "10.0.0.0/8",
                "::1",
                "[::1",
                "[::ffff:127.0.0.1]",
                "münchen.example"
            })
    void theListNamesHostsAndNothingElse(String entry) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> AllowedHosts.of(List.of(entry), List.of()))
                .withMessageStartingWith("plimsoll.webhook.allowed-hosts: ")
                .withMessageContaining(" Maybe ");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> AllowedHosts.of(List.of(), List.of(entry)))
                .withMessageStartingWith("plimsoll.webhook.allowed-private-hosts: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OMS", "o.ms", "o ms", "-oms", "oms\n", "ömś"})
    void aNameIsPlain(String name) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Target.of(name, GivenTarget.at("https://hooks.example.com/"), HOSTS))
                .withMessageContaining(" Maybe ");
    }

    @Test
    void whatIsRefusedIsNamedWithTheRemedy() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> target("https://evil.example/hook?token=hidden"))
                .withMessage(
                        "plimsoll.webhooks.\"oms\".url: plimsoll.webhook.allowed-hosts does not list evil.example. Maybe"
                                + " add it there, or mend the URL.");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> target("https://ada:hidden@hooks.example.com/?token=hid den"))
                .withMessageNotContaining("hidden")
                .withMessageNotContaining("hid den");
    }

    @Test
    void noQueryIsShown() {
        assertThat(target("https://hooks.example.com/hook?token=hidden")
                        .address()
                        .shown())
                .isEqualTo("https://hooks.example.com/hook");
        assertThat(target("http://localhost:8080").address().shown()).isEqualTo("http://localhost:8080/");
    }
}
