package io.plimsoll.service.live.webhook;

import io.plimsoll.service.live.ActionEvent;
import io.plimsoll.service.live.webhook.Outcome.Failed;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends to one target, one request at a time, by a client of its own.
///
/// That of Vert.x, because it connects to an address that was looked at and speaks to the host of the URL
/// there (TLS, `Host`); that of the JDK looks the name up again. It follows no redirect and takes no proxy.
final class Poster implements AutoCloseable {

    private final Target target;
    private final Route route;
    private final Duration timeout;
    private final HttpClient client;

    /// @param timeout of an attempt, from the connection to the answer
    /// @param trusted certificates (PEM); empty for those that the Java runtime trusts
    Poster(Vertx vertx, Target target, Route route, Duration timeout, Optional<Buffer> trusted) {
        this.target = target;
        this.route = route;
        this.timeout = timeout;
        HttpClientOptions options = new HttpClientOptions()
                .setMaxPoolSize(1)
                .setConnectTimeout((int) timeout.toMillis())
                // Shorter than what servers wait, so that none closes it just when it is used again.
                .setKeepAliveTimeout(5);
        trusted.ifPresent(certificates -> options.setTrustOptions(new PemTrustOptions().addCertValue(certificates)));
        this.client = vertx.createHttpClient(options);
    }

    /// What a target says.
    ///
    /// @param end of the body, of which nothing is kept
    private record Answer(int status, Optional<String> retryAfter, Future<Void> end) {

        static Answer of(HttpClientResponse response) {
            return new Answer(
                    response.statusCode(), Optional.ofNullable(response.getHeader("Retry-After")), response.end());
        }

        Outcome outcome() {
            if (status >= 200 && status < 300) {
                return new Outcome.Taken();
            }
            if (status == 410) {
                return new Outcome.Gone();
            }
            String more = status >= 300 && status < 400 ? ", and redirects are not followed" : "";
            return new Failed(
                    "It answered %d%s.".formatted(status, more),
                    retryAfter.flatMap(header -> RetryAfter.read(header, Instant.now())));
        }
    }

    /// Sends something, signed at this moment.
    Outcome post(ActionEvent event) throws InterruptedException {
        try {
            InetAddress address = route.next();
            return exchange(Message.of(event, Instant.now(), target.secrets()), options(address))
                    .outcome();
        } catch (TimeoutException e) {
            return new Failed("There was no answer within %d ms.".formatted(timeout.toMillis()));
        } catch (ExecutionException e) {
            return new Failed(words(e));
        } catch (IOException e) {
            return new Failed(String.valueOf(e.getMessage()));
        }
    }

    private static String words(ExecutionException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "It could not be sent (%s).".formatted(cause);
    }

    private RequestOptions options(InetAddress address) {
        Address to = target.address();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, to.port())))
                .setSsl(to.tls())
                .setHost(to.host().text())
                .setPort(to.port())
                .setURI(to.path())
                .setFollowRedirects(false);
    }

    private Answer exchange(Message message, RequestOptions options)
            throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + timeout.toNanos();
        HttpClientRequest request = connect(options, deadline);
        boolean isOver = false;
        try {
            message.headers().forEach(request::putHeader);
            // Before it is sent: an answer that is over already could not be listened to.
            Future<Answer> answered = request.response().map(Answer::of);
            request.end(Buffer.buffer(message.body()));
            Answer answer = await(answered, deadline);
            isOver = isOver(answer, deadline);
            return answer;
        } finally {
            if (!isOver) {
                request.reset();
            }
        }
    }

    private HttpClientRequest connect(RequestOptions options, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        Future<HttpClientRequest> connecting = client.request(options);
        try {
            return await(connecting, deadline);
        } catch (InterruptedException | TimeoutException e) {
            // Else it would keep the connection for itself, once there is one.
            connecting.onSuccess(HttpClientRequest::reset);
            throw e;
        }
    }

    /// Whether the connection is free for the next request. What a target says beyond its status changes
    /// nothing.
    private static boolean isOver(Answer answer, long deadline) throws InterruptedException {
        try {
            await(answer.end(), deadline);
            return true;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }

    private static <T> T await(Future<T> future, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.toCompletionStage().toCompletableFuture().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        client.close();
    }
}
