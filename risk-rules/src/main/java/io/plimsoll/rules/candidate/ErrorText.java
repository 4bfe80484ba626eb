package io.plimsoll.rules.candidate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.regex.Pattern;

/// The beginning of what a process says on its standard error, on one line. The rest is read too, so that the process
/// never waits for a reader, and dropped.
final class ErrorText {

    private static final int MAX_BYTES = 2_000;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Thread reader;
    private volatile String text = "";

    private ErrorText(InputStream stream) {
        this.reader = Thread.ofVirtual().unstarted(() -> read(stream));
    }

    static ErrorText of(InputStream stream) {
        ErrorText errors = new ErrorText(stream);
        errors.reader.start();
        return errors;
    }

    private void read(InputStream stream) {
        try (stream) {
            byte[] kept = new byte[MAX_BYTES];
            int length = 0;
            for (int read = 0; read >= 0 && length < MAX_BYTES; ) {
                text = CONTROL.matcher(new String(kept, 0, length, UTF_8)).replaceAll(" ");
                read = stream.read(kept, length, MAX_BYTES - length);
                length += Math.max(read, 0);
            }
            text = CONTROL.matcher(new String(kept, 0, length, UTF_8)).replaceAll(" ");
            stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The process was killed: nothing more will come.
        }
    }

    /// All of it, if it ends within a second; else what there is.
    String text() {
        try {
            reader.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return text;
    }
}
