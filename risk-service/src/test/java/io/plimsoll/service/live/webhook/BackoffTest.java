package io.plimsoll.service.live.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// After failures, the next attempt comes later and later, and never too late.
final class BackoffTest {

    private static final Instant NOW = Instant.parse("2026-03-12T10:15:30Z");
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), new SplittableRandom(1));

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "8, 60", "31, 60", "64, 60", "2147483647, 60"})
    void isBetweenHalfOfTheStepAndAllOfIt(int failures, long step) {
        Set<Duration> drawn = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            drawn.add(backoff.after(failures, Optional.empty()));
        }

        assertThat(drawn)
                .allSatisfy(
                        pause -> assertThat(pause).isBetween(Duration.ofMillis(step * 500), Duration.ofSeconds(step)));
        assertThat(drawn).hasSizeGreaterThan(900);
    }

    @ParameterizedTest
    @CsvSource({"30, 30, 30", "60, 60, 60", "61, 60, 60", "1000000000000, 60, 60", "0, 0.5, 1"})
    void isWhatTheTargetAsksForIfThatIsLongerAndNotTooLong(long asked, String least, String most) {
        Duration pause = backoff.after(1, Optional.of(Duration.ofSeconds(asked)));

        assertThat(pause).isBetween(Duration.parse("PT" + least + "S"), Duration.parse("PT" + most + "S"));
    }

    @Test
    void theMostCountsEvenAtFirst() {
        Backoff impatient = new Backoff(Duration.ofHours(1), Duration.ofSeconds(1), new SplittableRandom(1));

        assertThat(impatient.after(1, Optional.empty())).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "' 0 ', 0",
        "999999999999999999, 999999999999999999",
        "'Thu, 12 Mar 2026 10:17:30 GMT', 120",
        "'Thu, 12 Mar 2026 10:15:00 GMT', 0"
    })
    void retryAfterIsSecondsOrADate(String header, long seconds) {
        assertThat(RetryAfter.read(header, NOW)).hasValue(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"''", "soon", "-1", "1.5", "0x10", "1e3", "9999999999999999999", "'Thu, 32 Mar 2026 10:17:30 GMT'", "１２"
    })
    void whatIsNeitherIsLeftOut(String header) {
        assertThat(RetryAfter.read(header, NOW)).isEmpty();
    }
}
