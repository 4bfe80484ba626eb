package io.plimsoll.service.live.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plimsoll.service.live.ActionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages are signed as the Standard Webhooks specification says.
final class SignatureTest {

    private static final Instant NOW = Instant.parse("2026-03-12T10:15:30.999Z");

    @Test
    void isThatOfThePublishedExample() {
        String signature = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void isThatOfASecondImplementation() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] key = new byte[24 + random.nextInt(41)];
            random.nextBytes(key);
            String body = "{\"text\":\"ä€😀%s\"}".formatted("x".repeat(random.nextInt(200)));

            String signature = Secret.of("whsec_" + Base64.getEncoder().encodeToString(key))
                    .sign("7_act_1", i, body);

            byte[] expected =
                    PlainHmac.sha256(key, "7_act_1.%d.%s".formatted(i, body).getBytes(UTF_8));
            assertThat(signature).isEqualTo("v1," + Base64.getEncoder().encodeToString(expected));
        }
    }

    @Test
    void isOneForEachSecret() {
        Secret old = Secret.of(GivenTarget.SECRET);
        Secret fresh = Secret.of("whsec_" + Base64.getEncoder().encodeToString(new byte[32]));

        Message message = Message.of(new ActionEvent(12, "act_ab", "{}"), NOW, List.of(fresh, old));

        assertThat(message.headers())
                .containsEntry("webhook-id", "12_act_ab")
                .containsEntry("webhook-timestamp", "1773310530")
                .containsEntry(
                        "webhook-signature",
                        fresh.sign("12_act_ab", 1_773_310_530, "{}") + " "
                                + old.sign("12_act_ab", 1_773_310_530, "{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "c2hvcnQ=",
                "whsec_c2hvcnQ=",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS!",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw ",
                "WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            })
    void aSecretIsOf24To64BytesAndIsNeverSaid(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Secret.of(text))
                .withMessageContaining(" Maybe ")
                .satisfies(refusal -> {
                    if (text.length() > 12) {
                        assertThat(refusal).hasMessageNotContaining(text.substring(6, 12));
                        assertThat(refusal.getCause()).isNull();
                    }
                });
        assertThat(Secret.of(GivenTarget.SECRET)).hasToString("a secret");
    }

    /// The lines of the reference, as they stand there.
    @Test
    void isVerifiedByTheLinesOfTheReference() throws IOException, InterruptedException {
        assumeTrue(isTherePython(), "There is no python3 to run the lines of the reference.");
        String reference = Files.readString(Path.of("../docs/reference/live.md"));
        int begin = reference.indexOf("    import base64");
        String lines =
                reference.substring(begin, reference.indexOf("\n\n##", begin)).replaceAll("(?m)^ {4}", "");
        Instant now = Instant.now();
        Message message = Message.of(
                new ActionEvent(12, "act_ab", "{\"text\":\"ä€\"}"), now, List.of(Secret.of(GivenTarget.SECRET)));

        String script = lines
                + """


                secret = '%s'
                headers = {'webhook-id': '%s', 'webhook-timestamp': '%d', 'webhook-signature': 'v1,AAAA v1a,x %s'}
                body = '%s'.encode()
                assert is_genuine(headers, body, secret)
                assert not is_genuine(headers, body + b' ', secret)
                assert not is_genuine(headers | {'webhook-id': '13_act_ab'}, body, secret)
                assert not is_genuine(headers | {'webhook-signature': 'v1,AAAA'}, body, secret)
                assert not is_genuine(headers, body, 'whsec_' + base64.b64encode(bytes(32)).decode())
                assert not is_genuine(headers | {'webhook-timestamp': '%d'}, body, secret)
                """.formatted(
                                GivenTarget.SECRET,
                                message.id(),
                                message.timestamp(),
                                message.signature(),
                                message.body(),
                                message.timestamp() - 301);

        Process python = new ProcessBuilder("python3", "-B", "-c", script)
                .redirectErrorStream(true)
                .start();
        String said = new String(python.getInputStream().readAllBytes(), UTF_8);
        assertThat(python.waitFor()).as(said).isZero();
    }

    private static boolean isTherePython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
