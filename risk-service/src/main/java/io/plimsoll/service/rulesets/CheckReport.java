package io.plimsoll.service.rulesets;

import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a rule set could go live, as written.
///
/// @param passed whether it could
/// @param name of the rule set; left out if it is refused
/// @param version content digest; left out if it is refused
/// @param tables how many decision tables it has; left out if it is refused
/// @param rules how many rules it has; left out if it is refused
/// @param scenarios how many scenarios it passed; left out if it is refused
/// @param diagnostics what is wrong with it; of one that passed, what is worth looking at
public record CheckReport(
        boolean passed,
        @Nullable String name,
        @Nullable String version,
        @Nullable Integer tables,
        @Nullable Integer rules,
        @Nullable Integer scenarios,
        List<DiagnosticDocument> diagnostics) {

    /// Of a rule set that passed.
    public static CheckReport of(RuleSetVersion version) {
        return new CheckReport(
                true,
                version.name(),
                version.digest(),
                version.tables().size(),
                version.ruleCount(),
                version.scenarioCount(),
                version.remarks().stream().map(DiagnosticDocument::of).toList());
    }

    /// Of a rule set that is refused.
    public static CheckReport of(InvalidRuleSetException refusal) {
        return new CheckReport(
                false,
                null,
                null,
                null,
                null,
                null,
                refusal.diagnostics().stream().map(DiagnosticDocument::of).toList());
    }
}
