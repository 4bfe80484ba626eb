package io.plimsoll.service.live.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that is wrong with the settings is said at once.
final class TargetsTest {

    private static final Optional<List<String>> LOCAL = Optional.of(List.of("localhost"));

    private static TargetSettings given(Map<String, TargetSettings.One> targets) {
        return () -> targets;
    }

    @Test
    void areInTheOrderOfTheirNames() {
        Targets targets = Targets.of(
                given(Map.of("b", GivenTarget.at("http://localhost/b"), "a", GivenTarget.at("http://localhost/a"))),
                new GivenSettings(LOCAL, Optional.empty()));

        assertThat(targets.targets()).extracting(Target::name).containsExactly("a", "b");
    }

    @Test
    void nobodyIsSentToUnlessSomebodyIsListed() {
        assertThat(Targets.of(given(Map.of()), new GivenSettings(Optional.empty(), Optional.empty()))
                        .targets())
                .isEmpty();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Targets.of(
                        given(Map.of("oms", GivenTarget.at("https://oms.example.com/"))),
                        new GivenSettings(Optional.empty(), Optional.empty())))
                .withMessageContaining("plimsoll.webhook.allowed-hosts does not list oms.example.com");
    }

    @Test
    void allThatIsWrongIsSaid() {
        Map<String, TargetSettings.One> targets = Map.of(
                "a", GivenTarget.at("https://evil.example/"),
                "b", new GivenTarget("http://localhost/", List.of(GivenTarget.SECRET, "whsec_c2hvcnQ=")),
                "c", GivenTarget.at("http://localhost/"));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Targets.of(given(targets), new GivenSettings(LOCAL, Optional.empty())))
                .satisfies(refusal -> assertThat(refusal.getMessage().lines())
                        .satisfiesExactly(
                                line -> assertThat(line).startsWith("plimsoll.webhooks.\"a\".url: "),
                                line -> assertThat(line)
                                        .startsWith(
                                                "plimsoll.webhooks.\"b\".secret: it must be of 24 to 64 bytes, and is"
                                                        + " of 5. Maybe ")));
    }

    @Test
    void trustedCertificatesAreReadAtTheStart(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Certificate certificate = Certificate.of(folder, "localhost");
        Path file = Files.write(folder.resolve("trusted.pem"), certificate.pem().getBytes());

        assertThat(trusting(file).trusted()).hasValue(certificate.pem());
        for (Path wrong : List.of(
                folder,
                folder.resolve("nowhere.pem"),
                Files.writeString(folder.resolve("empty.pem"), ""),
                Files.writeString(folder.resolve("wrong.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n"))) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> trusting(wrong))
                    .withMessageStartingWith("plimsoll.webhook.trusted-certificates: ")
                    .withMessageContaining(wrong.toString())
                    .withMessageContaining(" Maybe ");
        }
    }

    private static Targets trusting(Path file) {
        return Targets.of(given(Map.of()), new GivenSettings(LOCAL, Optional.of(file)));
    }
}
