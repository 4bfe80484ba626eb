package io.plimsoll.benchmarks.server;

import io.plimsoll.benchmarks.BenchmarkException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server in a process of its own, on a port of the loopback that was free.
///
/// @param process the process, which is stopped in the end
/// @param target where it is posted to
public record Server(Process process, URI target) implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);

    /// What every server is started with, so that none has an advantage.
    private static final List<String> FLAGS = List.of("-Xms512m", "-Xmx512m");

    /// A port that nobody listens on at this moment.
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Starts a JVM.
    ///
    /// @param arguments of `java`, after the flags
    public static Server start(Path folder, Path log, URI target, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Server(process, target);
    }

    /// Posts until the server answers, and returns the answer.
    ///
    /// @throws BenchmarkException if it does not start, or refuses the request
    public byte[] awaitAnswer(HttpClient client, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(target)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        long end = System.nanoTime() + START.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() != 200) {
                    throw new BenchmarkException("%s answered %d.".formatted(target, response.statusCode()));
                }
                return response.body();
            } catch (java.net.ConnectException e) {
                Thread.sleep(100);
            }
        }
        throw new BenchmarkException("The server of %s did not start within %s.".formatted(target, START));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
