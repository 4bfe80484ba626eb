package io.plimsoll.benchmarks.rest;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The peer of the REST benchmark: reads each request to its end and answers the bytes of a file, on the HTTP server
/// that Quarkus uses. What is faster than this is the network's or the load generator's doing, not the service's.
public final class EchoServer {

    private EchoServer() {}

    /// The command line: a port, and the file with the answer.
    public static void main(String... args) throws IOException {
        int port = Integer.parseInt(args[0]);
        Buffer answer = Buffer.buffer(Files.readAllBytes(Path.of(args[1])));
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(port);
        // As many event loops as Quarkus has.
        int loops = 2 * Runtime.getRuntime().availableProcessors();
        Vertx.vertx()
                .deployVerticle(() -> new Echo(options, answer), new DeploymentOptions().setInstances(loops))
                .onFailure(failure -> {
                    System.err.printf("The echo server could not start: %s%n", failure.getMessage());
                    System.exit(1);
                });
    }

    private static final class Echo extends AbstractVerticle {

        private final HttpServerOptions options;
        private final Buffer answer;

        Echo(HttpServerOptions options, Buffer answer) {
            this.options = options;
            this.answer = answer;
        }

        @Override
        public void start() {
            vertx.createHttpServer(options)
                    .requestHandler(request -> request.body()
                            .onSuccess(body -> request.response()
                                    .putHeader("Content-Type", "application/json")
                                    .end(answer)))
                    .listen()
                    .onFailure(failure -> System.exit(1));
        }
    }
}
