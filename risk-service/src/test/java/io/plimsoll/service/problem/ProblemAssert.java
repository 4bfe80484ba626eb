package io.plimsoll.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether an answer is a problem as `docs/reference/problems.md` describes it, and gives nothing away.
public final class ProblemAssert {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FIELDS = Set.of("type", "title", "status", "detail", "instance", "errors");
    private static final Set<String> ERROR_FIELDS = Set.of("pointer", "parameter", "detail", "remedy");

    // A class, a stack trace, or a file of this machine.
    private static final Pattern LEAK = Pattern.compile(
            "io\\.(plimsoll|quarkus|vertx|netty)|org\\.(drools|kie|jboss)|java\\.|jakarta\\.|fasterxml|Exception"
                    + "|\\bat [a-z]+\\.|/tmp/|/work/|/root/|\\.java\\b");

    private ProblemAssert() {}

    /// Checks an answer of this status.
    public static JsonNode assertProblem(int status, String mediaType, String body) {
        assertThat(mediaType).startsWith("application/problem+json");
        JsonNode problem = read(body);
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        assertThat(problem.path("instance").textValue()).startsWith("urn:uuid:");
        assertShape(problem);
        return problem;
    }

    /// Checks a problem wherever it stands.
    public static void assertShape(JsonNode problem) {
        problem.fieldNames().forEachRemaining(name -> assertThat(FIELDS).contains(name));
        ProblemType type = type(problem).orElseThrow(() -> new AssertionError("unknown type in " + problem));
        assertThat(problem.path("status").intValue()).isEqualTo(type.status());
        assertThat(problem.path("title").textValue()).isEqualTo(type.title());
        assertThat(problem.path("detail").textValue()).isNotBlank();
        assertThat(LEAK.matcher(problem.toString()).results().map(Object::toString))
                .as("what %s gives away", problem)
                .isEmpty();
        problem.path("errors").forEach(ProblemAssert::assertError);
    }

    private static void assertError(JsonNode error) {
        error.fieldNames().forEachRemaining(name -> assertThat(ERROR_FIELDS).contains(name));
        assertThat(error.has("pointer")).isNotEqualTo(error.has("parameter"));
        assertThat(error.path("detail").textValue()).isNotBlank();
        assertThat(error.path("remedy").textValue()).startsWith("Maybe ");
    }

    private static Optional<ProblemType> type(JsonNode problem) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.urn().equals(problem.path("type").textValue()))
                .findFirst();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
