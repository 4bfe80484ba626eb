package io.plimsoll.service.evaluation;

import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which bodies are read: one media type, UTF-8, not compressed.
public final class MediaTypes {

    /// One document.
    public static final String JSON = "application/json";
    /// A document a line.
    public static final String NDJSON = "application/x-ndjson";

    private static final Pattern UTF_8 = Pattern.compile("|charset=\"?utf-8\"?");

    private MediaTypes() {}

    /// Refuses a body of another kind.
    ///
    /// @throws ProblemException if the request's headers name another media type, character set or encoding
    public static void require(String mediaType, HttpServerRequest request) {
        String[] given = header(request, "Content-Type").split(";", 2);
        boolean isReadable = given[0].strip().equals(mediaType)
                && UTF_8.matcher(given.length == 1 ? "" : given[1].strip()).matches();
        if (!isReadable) {
            throw unsupported("The Content-Type is not %s in UTF-8.".formatted(mediaType), mediaType);
        }
        String encoding = header(request, "Content-Encoding");
        if (!encoding.isEmpty() && !encoding.equals("identity")) {
            throw unsupported("The body is compressed.", mediaType);
        }
    }

    /// Whether the client takes an answer of a media type.
    static boolean isAccepted(String mediaType, HttpServerRequest request) {
        String accept = header(request, "Accept");
        String family = mediaType.substring(0, mediaType.indexOf('/')) + "/*";
        return accept.isEmpty()
                || Pattern.compile(",")
                        .splitAsStream(accept)
                        .map(range -> range.split(";", 2)[0].strip())
                        .anyMatch(range -> range.equals("*/*") || range.equals(family) || range.equals(mediaType));
    }

    private static String header(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("").strip().toLowerCase(Locale.ROOT);
    }

    private static ProblemException unsupported(String detail, String mediaType) {
        return new ProblemException(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "%s Maybe send it as it is, with Content-Type: %s.".formatted(detail, mediaType));
    }
}
