package io.plimsoll.service.book.risk;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.OptionTerms;
import io.plimsoll.model.lending.CollateralCategory;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.json.DocumentProblem;
import io.plimsoll.rules.document.json.Problems;
import io.plimsoll.service.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An account of the book with what it refers to, as far as the book has it, on the way to a snapshot.
///
/// @param account who
/// @param changedAt when the account was last written
/// @param wanted what it refers to
/// @param instruments those of it that are there
/// @param collateral those of it that are there
/// @param categories the one that the account has chosen, if it is there
public record BookSnapshot(
        Account account,
        Instant changedAt,
        Dependencies wanted,
        List<Instrument> instruments,
        List<CollateralAsset> collateral,
        List<CollateralCategory> categories) {

    /// An account with what it refers to, of what the book has.
    ///
    /// @param changedAt when the account was last written
    /// @param instruments by identifier
    /// @param collateral by asset
    /// @param categories by identifier
    public static BookSnapshot of(
            Account account,
            Instant changedAt,
            Map<String, Instrument> instruments,
            Map<String, CollateralAsset> collateral,
            Map<String, CollateralCategory> categories) {
        Dependencies wanted = Dependencies.of(account);
        String category = account.category();
        return new BookSnapshot(
                account,
                changedAt,
                wanted,
                present(instruments, wanted.instruments().keySet()),
                present(collateral, wanted.assets().keySet()),
                category == null ? List.of() : present(categories, List.of(category)));
    }

    private static <F> List<F> present(Map<String, F> facts, Collection<String> ids) {
        return ids.stream().map(facts::get).filter(Objects::nonNull).toList();
    }

    /// The snapshot with the marks that count and all signals, as of the newest of these marks; without any,
    /// as of when the account was last written. No clock is read: asked again, it is the same.
    ///
    /// @param counting the mark that counts for an instrument or asset, if there is one
    /// @param signals all that there are
    /// @throws ProblemException if something is missing, with everything that is
    Snapshot with(Function<String, Optional<Mark>> counting, List<Signal> signals) {
        List<Mark> marks = marks(counting);
        Instant asOf =
                marks.stream().map(Mark::time).max(Comparator.naturalOrder()).orElse(changedAt);
        return snapshot(asOf, marks, signals);
    }

    /// The snapshot with given marks, as of a given moment.
    ///
    /// @throws ProblemException if something is missing, with everything that is
    public Snapshot at(Instant asOf, Function<String, Optional<Mark>> counting, List<Signal> signals) {
        return snapshot(asOf, marks(counting), signals);
    }

    private List<Mark> marks(Function<String, Optional<Mark>> counting) {
        Problems problems = new Problems();
        requireReferences(problems);
        List<Mark> marks = marks(counting, problems);
        if (!problems.isEmpty()) {
            throw ProblemException.inBook(problems.all());
        }
        return marks;
    }

    private Snapshot snapshot(Instant asOf, List<Mark> marks, List<Signal> signals) {
        try {
            return new Snapshot(asOf, account, instruments, collateral, marks, signals, categories);
        } catch (InvalidFactException e) {
            throw ProblemException.inBook(contradictions(e));
        }
    }

    private void requireReferences(Problems problems) {
        require(problems, wanted.instruments(), instruments.stream().map(Instrument::id), "instruments");
        require(problems, wanted.assets(), collateral.stream().map(CollateralAsset::asset), "collateral");
        String category = account.category();
        if (category != null && categories.isEmpty()) {
            lacks(problems, "/category", category, "categories");
        }
    }

    private static void require(
            Problems problems, Map<String, String> wanted, Stream<String> present, String collection) {
        Set<String> found = present.collect(Collectors.toSet());
        wanted.forEach((id, place) -> {
            if (!found.contains(id)) {
                lacks(problems, place, id, collection);
            }
        });
    }

    private static void lacks(Problems problems, String place, String id, String collection) {
        problems.add(place, "(%s) is not in the book.".formatted(id), "Maybe PUT /v1/%s/%s.".formatted(collection, id));
    }

    private List<Mark> marks(Function<String, Optional<Mark>> counting, Problems problems) {
        List<Mark> marks = new ArrayList<>();
        marked().forEach((id, place) -> counting.apply(id)
                .ifPresentOrElse(
                        marks::add,
                        () -> problems.add(
                                place, "has no mark: there is none for %s.".formatted(id), "Maybe POST /v1/marks.")));
        return marks;
    }

    /// What needs a mark, each with the place where it is referred to.
    private Map<String, String> marked() {
        Map<String, String> marked = new TreeMap<>(wanted.assets());
        marked.putAll(wanted.instruments());
        for (Instrument instrument : instruments) {
            OptionTerms option = instrument.option();
            String place = wanted.instruments().get(instrument.id());
            if (option != null && place != null) {
                marked.putIfAbsent(option.underlying(), place);
            }
        }
        return marked;
    }

    /// What is there, but can't be together, such as an instrument that settles in another currency.
    private static List<DocumentProblem> contradictions(InvalidFactException fault) {
        Problems problems = new Problems();
        Stream.concat(
                        Stream.of(fault),
                        Stream.of(fault.getSuppressed())
                                .filter(InvalidFactException.class::isInstance)
                                .map(InvalidFactException.class::cast))
                .forEach(each -> problems.add("/" + each.field().replaceFirst("^account/", ""), each.reason()));
        return problems.all();
    }
}
