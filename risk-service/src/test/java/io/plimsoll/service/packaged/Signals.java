package io.plimsoll.service.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Signals of the operating system.
final class Signals {

    private Signals() {}

    /// Sends a signal, such as `TERM`, to a process.
    static void send(String name, ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /// Whether this process, and so what it starts, ignores SIGINT, as what a shell runs in the background
    /// does. Known on Linux alone.
    static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        String ignored = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElseThrow();
        long mask = Long.parseUnsignedLong(ignored.substring("SigIgn:".length()).strip(), 16);
        return (mask & 0b10) != 0;
    }
}
