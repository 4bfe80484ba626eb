package io.plimsoll.service.ruledesk.api;

import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.ruledesk.DeskReads;
import io.plimsoll.service.ruledesk.impact.Curve;
import io.plimsoll.service.ruledesk.impact.ImpactOrder;
import io.plimsoll.service.ruledesk.impact.ImpactOrder.Accounts;
import io.plimsoll.service.ruledesk.workflow.PersonId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is asked about the impact of a change.
final class ImpactRequests {

    private static final String NAME = "\\P{Cntrl}{1,300}";
    private static final String CELL = "\\P{Cntrl}{1,64}";

    private ImpactRequests() {}

    /// Asks for an impact.
    ///
    /// @param on the accounts that were recorded last: `recorded` as they are, or `stressed`
    /// @param curve what one number does; left out if that is not asked for
    public record ImpactRunRequestDocument(
            @Nullable @Pattern(regexp = "recorded|stressed") String on,
            @Nullable @Valid CurveRequestDocument curve) {

        /// The same, about a change.
        ///
        /// @throws ProblemException if the number is not there
        ImpactOrder order(String ruleSet, String change, PersonId by, DeskReads.Sides sides) {
            Accounts accounts = on == null ? Accounts.RECORDED : Accounts.valueOf(on.toUpperCase(Locale.ROOT));
            return new ImpactOrder(
                    ruleSet,
                    change,
                    by,
                    sides.base(),
                    sides.content(),
                    accounts,
                    Optional.ofNullable(curve).map(each -> each.in(sides)));
        }
    }

    /// Asks what one number does.
    ///
    /// @param file the table, as `tables/margin.csv`
    /// @param row name of the row, as in the diff: `margin:retail/major`, or `retail/major`
    /// @param column name of the column
    /// @param values that the number is tried with, each as it would stand in the cell
    public record CurveRequestDocument(
            @NotNull @Pattern(regexp = NAME) String file,
            @NotNull @Pattern(regexp = NAME) String row,
            @NotNull @Pattern(regexp = NAME) String column,
            @NotNull @Size(min = 1, max = 100) List<@NotNull @Pattern(regexp = CELL) String> values) {

        Curve in(DeskReads.Sides sides) {
            try {
                return Curve.of(sides.content(), file, row, column, values);
            } catch (InvalidRuleSetException e) {
                throw ProblemException.inRuleSet(e);
            }
        }
    }

    static ImpactRunRequestDocument read(byte[] body) {
        return DeskRequests.read(body, ImpactRunRequestDocument.class, new ImpactRunRequestDocument(null, null));
    }
}
