package io.plimsoll.service.api;

import io.plimsoll.service.evaluation.IdempotencyHeader;
import io.plimsoll.service.problem.ProblemType;
import io.plimsoll.service.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/// Adds to every operation the problems that it may answer with.
final class ApiOperations {

    private static final List<Integer> OF_READING = List.of(404, 405, 406, 500, 503);
    private static final List<Integer> OF_EVALUATION = List.of(400, 404, 405, 406, 408, 413, 415, 422, 500, 503);
    private static final List<Integer> OF_BATCHES = List.of(400, 404, 405, 406, 415, 500, 503);

    private static final List<Integer> OF_LOOKING = List.of(400, 404, 405, 406, 422, 500, 503);
    private static final List<Integer> OF_STEPS =
            List.of(400, 403, 404, 405, 406, 409, 412, 413, 415, 422, 428, 500, 503);
    /// Where every write takes a key, and may be refused by what is there.
    private static final Set<String> KEYED = Set.of("Rule desk", "Book");

    /// Loads whatever is there away, and can be sent again without a key.
    private static final String LOADING = "loadAccounts";

    private ApiOperations() {}

    static void complete(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().forEach((method, operation) -> complete(method, operation)));
    }

    private static void complete(HttpMethod method, Operation operation) {
        APIResponses responses = operation.getResponses();
        if ("evaluate".equals(operation.getOperationId())) {
            example(operation.getRequestBody().getContent(), "margin-call.request.json");
            example(responses.getAPIResponse("200").getContent(), "margin-call.response.json");
        }
        if ("checkOrder".equals(operation.getOperationId())) {
            example(operation.getRequestBody().getContent(), "cut.request.json");
            example(responses.getAPIResponse("200").getContent(), "cut.response.json");
        }
        if (isKeyed(operation) && method != HttpMethod.GET) {
            operation.addParameter(OASFactory.createParameter()
                    .name(IdempotencyHeader.NAME)
                    .in(Parameter.In.HEADER)
                    .description("Names the request, so that it can be sent again: the same key and request get the"
                            + " same answer, and the step is taken once.")
                    .schema(OASFactory.createSchema()
                            .addType(Schema.SchemaType.STRING)
                            .maxLength(IdempotencyHeader.MAX_LENGTH)));
        }
        for (int status : statuses(method, operation)) {
            responses.addAPIResponse(Integer.toString(status), problem(status));
        }
    }

    private static void example(Content content, String file) {
        content.getMediaTypes().values().forEach(media -> media.setExample(ApiExamples.read(file)));
    }

    private static List<Integer> statuses(HttpMethod method, Operation operation) {
        return switch (String.valueOf(operation.getOperationId())) {
            case "evaluate", "checkOrder" -> OF_EVALUATION;
            case "evaluateBatch", "checkOrderBatch", LOADING -> OF_BATCHES;
            default -> !isTagged(operation) ? OF_READING : method == HttpMethod.GET ? OF_LOOKING : OF_STEPS;
        };
    }

    private static boolean isKeyed(Operation operation) {
        return isTagged(operation) && !LOADING.equals(operation.getOperationId());
    }

    private static boolean isTagged(Operation operation) {
        List<String> tags = operation.getTags();
        return tags != null && tags.stream().anyMatch(KEYED::contains);
    }

    private static APIResponse problem(int status) {
        List<ProblemType> types = Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .toList();
        String description = types.stream()
                .map(type -> "%s (`%s`).".formatted(type.title(), type.urn()))
                .collect(Collectors.joining(" "));
        ProblemType first = types.getFirst();
        var media = OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/ProblemDocument"))
                .example("{\"type\": \"%s\", \"title\": \"%s\", \"status\": %d, \"detail\": \"…\"}"
                        .formatted(first.urn(), first.title(), status));
        var response = OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent().addMediaType(Problems.MEDIA_TYPE, media));
        return status == 503
                ? response.addHeader(
                        "Retry-After", OASFactory.createHeader().description("Seconds to wait before asking again."))
                : response;
    }
}
