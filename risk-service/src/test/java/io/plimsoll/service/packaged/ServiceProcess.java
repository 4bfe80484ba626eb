package io.plimsoll.service.packaged;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// The packaged service in a process of its own.
final class ServiceProcess implements AutoCloseable {

    static final Path PACKAGED = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Duration START = Duration.ofMinutes(3);

    private final Process process;
    private final Thread listener;
    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ConcurrentLinkedQueue<String> output = new ConcurrentLinkedQueue<>();

    private ServiceProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    /// Starts the service on a data folder, and waits until it answers.
    static ServiceProcess start(Path data, String... settings) throws IOException, InterruptedException {
        ServiceProcess service = launch(data, settings);
        try {
            Awaitility.await()
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> service.isReady() || !service.process.isAlive());
            if (!service.process.isAlive()) {
                throw new IOException("The service did not start:\n" + service.output());
            }
            return service;
        } catch (IOException | RuntimeException e) {
            service.kill();
            throw e;
        }
    }

    /// Starts the service on a data folder, and does not wait for it.
    static ServiceProcess launch(Path data, String... settings) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of(
                // It does not live long enough for what the second compiler would gain.
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.port=" + port,
                "-Dplimsoll.kill.port=0",
                "-Dplimsoll.data=" + data,
                "-Dplimsoll.rules.folder=../rules/standard",
                "-Dplimsoll.security.mode=none"));
        command.addAll(List.of(settings));
        command.addAll(List.of("-jar", PACKAGED.toString(), "run"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new ServiceProcess(process, URI.create("http://127.0.0.1:" + port));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException e) {
            output.add(e.toString());
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofMinutes(5));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> post(String path, String mediaType, byte[] body, String... headers)
            throws IOException, InterruptedException {
        return send("POST", path, mediaType, body, headers);
    }

    HttpResponse<byte[]> send(String method, String path, String mediaType, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", mediaType)
                .method(method, BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    /// Where it listens.
    int port() {
        return address.getPort();
    }

    /// What it has printed so far.
    String output() {
        return String.join("\n", output);
    }

    /// The processes that it has started and that belong to it.
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /// Sends it a signal, such as `TERM`, and waits until it has ended.
    ///
    /// @return the code that it ended with
    int end(String signal) throws IOException, InterruptedException {
        Signals.send(signal, process.toHandle());
        return awaitEnd();
    }

    /// Waits until it has ended.
    ///
    /// @return the code that it ended with
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The service does not end:\n" + output());
        }
        listener.join();
        http.close();
        return process.exitValue();
    }

    /// Ends it as `kill -9` does: its database goes on without it.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        http.close();
    }

    /// Ends it in order.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The service does not stop when it is told to.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
            http.close();
        }
    }
}
