package io.plimsoll.service.ruledesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;

/// The plain HTTP of somebody at the desk, for tests that send tens of thousands of requests.
final class DeskHttp {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String root = RestAssured.baseURI + ":" + RestAssured.port;

    /// @param tag the ETag; empty if there is none
    record Answer(int status, String tag, String text) {

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// Whether it was done. Anything but a refusal by somebody who says why is a fault.
        boolean isDone() {
            if (status >= 200 && status < 300) {
                return true;
            }
            if (status < 400 || status >= 500 || !json().path("detail").asText().contains("Maybe ")) {
                throw new AssertionError("%d %s".formatted(status, text));
            }
            return false;
        }

        Answer done() {
            if (!isDone()) {
                throw new AssertionError("%d %s".formatted(status, text));
            }
            return this;
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /// Posts a document, or nothing if it is empty.
    Answer post(String person, String path, Map<String, ?> document) {
        return post(person, path, Optional.empty(), document);
    }

    Answer post(String person, String path, Optional<String> tag, Map<String, ?> document) {
        try {
            HttpRequest.Builder request = request(path)
                    .header("Plimsoll-Person", person)
                    .header("Content-Type", "application/json")
                    .POST(
                            document.isEmpty()
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(document)));
            tag.ifPresent(each -> request.header("If-Match", each));
            return send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer put(String person, String path, String tag, String text) {
        return send(request(path)
                .header("Plimsoll-Person", person)
                .header("Content-Type", "text/plain;charset=UTF-8")
                .header("If-Match", tag)
                .PUT(BodyPublishers.ofString(text, UTF_8)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString(UTF_8));
            return new Answer(
                    answer.statusCode(), answer.headers().firstValue("ETag").orElse(""), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
