package io.plimsoll.benchmarks.rest;

import io.plimsoll.benchmarks.BenchmarkException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The load generator: closed-loop, so each connection sends its next request when its last one was answered.
///
/// @param script what it posts, in Lua
/// @param body the file that it posts
record Wrk(Path script, Path body) {

    private static final int CONNECTIONS = 16;

    /// What one run measured.
    record Load(double perSecond, long medianNs, long p99Ns) {}

    /// @throws BenchmarkException if wrk is not installed
    static Wrk posting(Path folder, Path body) throws IOException, InterruptedException {
        try {
            new ProcessBuilder("wrk", "-v").redirectErrorStream(true).start().waitFor();
        } catch (IOException e) {
            throw new BenchmarkException("The REST benchmark needs wrk: apt-get install -y wrk.");
        }
        Path script = folder.resolve("post.lua");
        try (InputStream lua = Objects.requireNonNull(Wrk.class.getResourceAsStream("post.lua"))) {
            Files.copy(lua, script);
        }
        return new Wrk(script, body);
    }

    /// @throws BenchmarkException if a request failed
    Load run(URI target, int seconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "wrk",
                        "--threads=1",
                        "--connections=" + CONNECTIONS,
                        "--duration=%ds".formatted(seconds),
                        "--script=" + script,
                        target.toString(),
                        "--",
                        body.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines()
                .filter(line -> line.startsWith("result "))
                .findFirst()
                .map(line -> load(line.split(" "), target))
                .orElseThrow(() -> new BenchmarkException("wrk gave no result: %s".formatted(output)));
    }

    private static Load load(String[] result, URI target) {
        if (!result[5].equals("0")) {
            throw new BenchmarkException("%s of %s requests to %s failed.".formatted(result[5], result[1], target));
        }
        double seconds = Long.parseLong(result[2]) / 1e6;
        return new Load(
                Long.parseLong(result[1]) / seconds,
                Long.parseLong(result[3]) * 1_000,
                Long.parseLong(result[4]) * 1_000);
    }
}
