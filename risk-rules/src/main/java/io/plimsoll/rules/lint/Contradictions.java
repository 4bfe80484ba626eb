package io.plimsoll.rules.lint;

import java.util.ArrayList;
import java.util.List;

/// Finds constraints of one pattern that no fact can meet together: `segment == "a", segment == "b"`.
///
/// @param file where they stand
record Contradictions(DrlFile file) {

    private static final int MOST = 100;

    /// Reports each constraint that contradicts one before it.
    void check(List<Expression> constraints) {
        List<Demand> demands = constraints.stream()
                .flatMap(constraint -> Demand.of(constraint).stream())
                .limit(MOST)
                .toList();
        List<Demand> before = new ArrayList<>();
        for (Demand demand : demands) {
            before.stream()
                    .filter(demand::contradicts)
                    .findFirst()
                    .ifPresent(first -> refuse(first.whole(), demand.whole()));
            before.add(demand);
        }
    }

    private void refuse(Expression first, Expression second) {
        String message = "No fact can meet this together with %s, so that the rule can't fire."
                .formatted(file.text().substring(first.offset(), first.end()));
        file.refuse(
                "lint.contradiction",
                second.offset(),
                second.end(),
                message,
                "Maybe || between the two, or two rules.");
    }
}
