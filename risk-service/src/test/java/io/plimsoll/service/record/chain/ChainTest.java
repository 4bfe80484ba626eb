package io.plimsoll.service.record.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChainTest {

    private static final Instant AT = Instant.parse("2026-11-23T08:00:00.123456789Z");

    @Test
    void theFirstEntryFollowsZeros() {
        SealedEntry entry = Chain.seal(ChainHead.GENESIS, "decision", AT, body("{\"id\":\"ü\"}"));
        assertThat(new String(entry.json(), UTF_8))
                .isEqualTo("{\"sequence\":1,\"previous\":\"sha256:" + "0".repeat(64)
                        + "\",\"kind\":\"decision\",\"at\":\"2026-11-23T08:00:00.123456Z\",\"body\":{\"id\":\"ü\"}}");
        // By sha256sum.
        assertThat(entry.hash()).isEqualTo("sha256:d1db710235afe7b6bed2ccfd61dbefed3527826f5b6c89d15b39bba8d851e3ff");
        assertThat(new String(entry.line(), UTF_8))
                .isEqualTo("{\"hash\":\"" + entry.hash() + "\",\"entry\":" + new String(entry.json(), UTF_8) + "}");
    }

    @Test
    void everyEntryNamesTheOneBefore() {
        SealedEntry first = Chain.seal(ChainHead.GENESIS, "change", AT, body("{}"));
        SealedEntry second = Chain.seal(first.head(), "activation", Instant.EPOCH, body("{}"));
        assertThat(second.sequence()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(new String(second.json(), UTF_8))
                .startsWith("{\"sequence\":2,\"previous\":\"" + first.hash() + "\"")
                .contains("\"at\":\"1970-01-01T00:00:00.000000Z\"");
    }

    @Test
    void whatWasStoredGivesTheSameLine() {
        SealedEntry entry = Chain.seal(new ChainHead(41, Hashes.of(body("x"))), "decision", AT, body("{\"a\":1}"));
        SealedEntry stored = SealedEntry.stored(entry.sequence(), entry.previous(), entry.hash(), entry.json());
        assertThat(stored.line()).isEqualTo(entry.line());
        assertThat(stored.head()).isEqualTo(entry.head());
    }

    @Test
    void anEntryCannotBeChangedThroughItsText() {
        SealedEntry entry = Chain.seal(ChainHead.GENESIS, "decision", AT, body("{}"));
        entry.json()[1] = 'x';
        assertThat(Hashes.of(entry.json())).isEqualTo(entry.hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", " {}", "{} ", "{\n}", "{\"a\":\t1}", "{\r}", "null"})
    void aBodyIsAnObjectOnOneLine(String body) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chain.seal(ChainHead.GENESIS, "decision", AT, body(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1st", "a b", "a\"b", "ä", "a\n"})
    void aKindIsAName(String kind) {
        assertThatIllegalArgumentException().isThrownBy(() -> Chain.seal(ChainHead.GENESIS, kind, AT, body("{}")));
    }

    @Test
    void aLineThatNoVerifierWouldReadIsRefused() {
        SealedEntry longest = Chain.seal(ChainHead.GENESIS, "decision", AT, bodyOf(Chain.MAX_LINE_BYTES - 251));
        assertThat(longest.line().length).isEqualTo(Chain.MAX_LINE_BYTES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chain.seal(ChainHead.GENESIS, "decision", AT, bodyOf(Chain.MAX_LINE_BYTES - 250)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-01-01T00:00:00Z", "0000-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void yearsHaveFourDigits(String at) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chain.seal(ChainHead.GENESIS, "decision", Instant.parse(at), body("{}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T08:00:00.12345Z",
                "2026-11-23T08:00:00.1234567Z",
                "2026-11-23T24:00:00.000000Z",
                "2026-02-29T08:00:00.000000Z",
                "2026-11-23T08:00:60.000000Z",
                "2026-11-23t08:00:00.000000Z",
                "0000-11-23T08:00:00.000000Z",
                "2026-13-01T08:00:00.000000Z",
                "2026-11-23T08:00:00.00000٣Z",
                ""
            })
    void timesHaveOneForm(String text) {
        assertThat(Moments.read(text)).isEmpty();
    }

    @Test
    void timesAreReadAsTheyAreWritten() {
        assertThat(Moments.read(Moments.write(AT))).contains(Instant.parse("2026-11-23T08:00:00.123456Z"));
        assertThat(Moments.read("2024-02-29T23:59:59.999999Z")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256:",
                "sha256:00",
                "SHA256:0000000000000000000000000000000000000000000000000000000000000000"
            })
    void aHeadHasAHash(String hash) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ChainHead(1, hash));
    }

    private static byte[] body(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] bodyOf(int length) {
        return body("{\"a\":\"" + "x".repeat(length - 8) + "\"}");
    }
}
