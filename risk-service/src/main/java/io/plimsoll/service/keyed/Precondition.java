package io.plimsoll.service.keyed;

import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;

/// What has to be so for something to be put in its place: that it is not there yet, or is what was read.
///
/// @param revision the one that was read, if the request names one
/// @param isNew whether the request is only to make it
public record Precondition(Optional<Long> revision, boolean isNew) {

    /// What a request says by `If-Match` or `If-None-Match: *`. Without either it is to make something, or to
    /// be told that it is there.
    ///
    /// @param what is put, with its article, as in "the account"
    /// @throws ProblemException if it says something else
    public static Precondition of(HttpHeaders headers, String what) {
        Optional<Long> revision = EntityTag.named(headers, what);
        List<String> given = headers.getRequestHeader(EntityTag.IF_NONE_MATCH);
        boolean isNew = given != null && !given.isEmpty();
        if (isNew && (revision.isPresent() || !given.equals(List.of("*")))) {
            throw new ProblemException(
                    ProblemType.BAD_REQUEST,
                    "The header If-None-Match must be *, once and without If-Match. Maybe leave it out to change %s."
                            .formatted(what));
        }
        return new Precondition(revision, isNew);
    }

    /// Refuses to make what was read before.
    ///
    /// @param what is not there, with its article and identifier
    /// @throws ProblemException if the request is to change it
    public void requireAbsent(String what) {
        if (revision.isPresent()) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "%s is not there any more. Maybe leave If-Match out to make it again."
                            .formatted(capitalised(what)));
        }
    }

    /// Refuses to change what was not read, or has changed since.
    ///
    /// @param present its revision
    /// @param what is there, with its article and identifier
    /// @throws ProblemException if the request does not name that revision
    public void requirePresent(long present, String what) {
        if (isNew) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "%s is there already. Maybe read it, and send its ETag as If-Match.".formatted(capitalised(what)));
        }
        long read = revision.orElseThrow(() -> new ProblemException(
                ProblemType.PRECONDITION_REQUIRED,
                "%s is there already: the header If-Match must name the revision that was read. Maybe send its ETag."
                        .formatted(capitalised(what))));
        requireRevision(read, present, what);
    }

    /// Refuses to change what has changed since it was read.
    ///
    /// @throws ProblemException if it has
    public static void requireRevision(long read, long present, String what) {
        if (read != present) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "%s is at revision %d, not %d. Maybe read it again; somebody else has changed it."
                            .formatted(capitalised(what), present, read));
        }
    }

    private static String capitalised(String what) {
        return Character.toUpperCase(what.charAt(0)) + what.substring(1);
    }
}
