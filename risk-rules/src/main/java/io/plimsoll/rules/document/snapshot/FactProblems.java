package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.rules.document.json.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Makes facts, and turns those that can't be into problems of the document.
final class FactProblems {

    private final Problems problems = new Problems();

    /// The fact; null, with a problem, if it can't be.
    ///
    /// @param place where it stands, as a path without the leading slash; empty for the document
    <F> @Nullable F attempt(String place, Supplier<F> fact) {
        try {
            return fact.get();
        } catch (InvalidFactException e) {
            add(place.isEmpty() ? e : e.within(place), UnaryOperator.identity());
            return null;
        }
    }

    /// The facts of a list; those that can't be are left out, with a problem for each.
    <D, F> List<F> attemptAll(String place, List<D> documents, Function<D, F> fact) {
        List<F> facts = new ArrayList<>(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            try {
                facts.add(fact.apply(documents.get(i)));
            } catch (InvalidFactException e) {
                add(e.within(place + "/" + i), UnaryOperator.identity());
            }
        }
        return facts;
    }

    /// Adds a fault, and those suppressed in it.
    ///
    /// @param toDocument from a path of the model to one of the document
    void add(InvalidFactException fault, UnaryOperator<String> toDocument) {
        if (problems.isFull()) {
            return;
        }
        String path = toDocument.apply(fault.field());
        problems.add(path.isEmpty() ? "" : "/" + path, fault.reason());
        for (Throwable other : fault.getSuppressed()) {
            if (other instanceof InvalidFactException otherFault) {
                add(otherFault, toDocument);
            }
        }
    }

    void throwIfAny() {
        problems.throwIfAny();
    }
}
