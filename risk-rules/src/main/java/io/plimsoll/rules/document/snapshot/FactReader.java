package io.plimsoll.rules.document.snapshot;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.lending.CollateralCategory;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.rules.document.json.InvalidDocumentException;
import io.plimsoll.rules.document.json.JsonDocuments;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the parts of a snapshot that arrive by themselves, in the form that they have in a snapshot.
///
/// What they refer to is not looked at: that is there, or not, when a snapshot is made of them.
public final class FactReader {

    private FactReader() {}

    /// The account that a text stands for.
    ///
    /// @throws InvalidDocumentException with everything that is wrong with it
    public static Account account(byte[] json) {
        AccountDocument document = JsonDocuments.read(json, AccountDocument.class);
        FactProblems problems = new FactProblems();
        return made(problems, AccountFacts.account(problems, "", document));
    }

    /// The position that a text stands for.
    ///
    /// @throws InvalidDocumentException with everything that is wrong with it
    public static Position position(byte[] json) {
        return fact(json, PositionDocument.class, AccountFacts::position);
    }

    /// The instrument that a text stands for.
    ///
    /// @throws InvalidDocumentException with everything that is wrong with it
    public static Instrument instrument(byte[] json) {
        return fact(json, InstrumentDocument.class, InstrumentFacts::instrument);
    }

    /// The collateral asset that a text stands for.
    ///
    /// @throws InvalidDocumentException with everything that is wrong with it
    public static CollateralAsset collateral(byte[] json) {
        return fact(json, CollateralDocument.class, InstrumentFacts::collateral);
    }

    /// The lending category that a text stands for.
    ///
    /// @throws InvalidDocumentException with everything that is wrong with it
    public static CollateralCategory category(byte[] json) {
        return fact(json, CategoryDocument.class, InstrumentFacts::category);
    }

    /// The marks of a [MarksDocument], in its order.
    ///
    /// @throws InvalidDocumentException with everything that is wrong with it
    public static List<Mark> marks(byte[] json) {
        List<MarkDocument> marks = JsonDocuments.read(json, MarksDocument.class).marks();
        FactProblems problems = new FactProblems();
        return made(problems, problems.attemptAll("marks", marks, MarketFacts::mark));
    }

    /// The signals of a [SignalsDocument], in its order.
    ///
    /// @throws InvalidDocumentException with everything that is wrong with it
    public static List<Signal> signals(byte[] json) {
        List<SignalDocument> signals =
                JsonDocuments.read(json, SignalsDocument.class).signals();
        FactProblems problems = new FactProblems();
        return made(problems, problems.attemptAll("signals", signals, MarketFacts::signal));
    }

    private static <D extends Record, F> F fact(byte[] json, Class<D> form, Function<D, F> fact) {
        D document = JsonDocuments.read(json, form);
        FactProblems problems = new FactProblems();
        return made(problems, problems.attempt("", () -> fact.apply(document)));
    }

    private static <F> F made(FactProblems problems, @Nullable F fact) {
        problems.throwIfAny();
        if (fact == null) {
            throw new IllegalStateException("A fact that can't be must leave a problem.");
        }
        return fact;
    }
}
