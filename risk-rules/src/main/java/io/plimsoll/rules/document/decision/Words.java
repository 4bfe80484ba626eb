package io.plimsoll.rules.document.decision;

import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import java.util.Locale;

/// What metrics and scopes are called in sentences.
public final class Words {

    private Words() {}

    /// Such as `account client-2`.
    public static String scope(Scope scope) {
        return switch (scope.type()) {
            case ACCOUNT -> "account " + scope.id();
            case POSITION -> "position " + scope.id();
            case ALLOCATION -> "allocation " + scope.id();
        };
    }

    /// Such as `margin ratio`.
    public static String metric(Metric metric) {
        return metric == Metric.UNREALISED_PNL
                ? "unrealised P&L"
                : metric.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
