package io.plimsoll.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/// What unsafe rules leave behind if they run: a file, a system property, a thread.
final class Canaries {

    /// The file that they write.
    static final Path FILE = Path.of("target", "canary").toAbsolutePath();

    private static final String THREAD = "plimsoll-canary";

    private Canaries() {}

    static void assertThatNothingRan() {
        assertThat(System.getProperty(Canary.PROPERTY)).as("system property").isNull();
        assertThat(FILE).as("file").doesNotExist();
        assertThat(Thread.getAllStackTraces().keySet())
                .as("threads")
                .noneMatch(thread -> thread.getName().equals(THREAD));
    }

    static void clear() throws java.io.IOException {
        System.clearProperty(Canary.PROPERTY);
        Files.deleteIfExists(FILE);
    }
}
