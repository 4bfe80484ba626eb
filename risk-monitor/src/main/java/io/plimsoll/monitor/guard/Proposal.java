package io.plimsoll.monitor.guard;

import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// An action that is proposed, as far as guards look at it.
///
/// @param id of the action, the same whenever it is proposed; 1 to 256 characters
/// @param account whose it is
/// @param type of the action, as of [io.plimsoll.model.action.Action#type]
/// @param currency of the account, and of all notionals
/// @param rules the action rules that chose it, by name; at least one
/// @param thresholdRules the rules that set the thresholds it answers, by name
/// @param about instruments and assets that it trades or is about otherwise, whether they have marks or not
/// @param closings what it trades, at most once each
/// @param marks that it depends on, at most one each
public record Proposal(
        String id,
        String account,
        String type,
        String currency,
        List<String> rules,
        List<String> thresholdRules,
        List<String> about,
        List<Closing> closings,
        List<Mark> marks) {

    private static final int MAX_LENGTH = 256;

    /// @throws InvalidFactException if a field is out of range
    public Proposal {
        if (id.isBlank() || id.length() > MAX_LENGTH) {
            throw new InvalidFactException("id", "must have 1 to %d characters.".formatted(MAX_LENGTH));
        }
        account = Facts.identifier("account", account);
        type = Facts.identifier("type", type);
        currency = Facts.identifier("currency", currency);
        rules = distinct(rules);
        thresholdRules = distinct(thresholdRules);
        SortedSet<String> all = new TreeSet<>(about);
        closings.forEach(closing -> all.add(closing.instrument()));
        about = List.copyOf(all);
        closings = List.copyOf(closings);
        marks = List.copyOf(marks);
        if (rules.isEmpty()) {
            throw new InvalidFactException("rules", "are empty: nothing is done that no rule has chosen.");
        }
        requireOnce("closings", closings.stream().map(Closing::instrument).toList());
        requireOnce("marks", marks.stream().map(Mark::id).toList());
    }

    /// The proposal of an action that a decision asks for. Of an isolated position it depends on the marks of that
    /// position, else on those of everything that the account holds, has orders in or should hold.
    ///
    /// @param id of the action
    /// @param snapshot what was decided about
    public static Proposal of(String id, TriggeredAction triggered, Snapshot snapshot) {
        return new ProposalParts(triggered, snapshot).proposal(id);
    }

    /// How far it reaches.
    public Reach reach() {
        return Reach.of(type);
    }

    /// Whether something is what it is about, trades or was chosen by; or, of what trades, depends on.
    boolean isAbout(Subject subject) {
        return switch (subject.type()) {
            case ALL -> true;
            case INSTRUMENT -> about.contains(subject.id()) || (reach() != Reach.NOTICE && dependsOn(subject.id()));
            case ACCOUNT -> account.equals(subject.id());
            case RULE -> rules.contains(subject.id()) || thresholdRules.contains(subject.id());
            case ACTION -> type.equals(subject.id());
        };
    }

    private boolean dependsOn(String mark) {
        return marks.stream().anyMatch(each -> each.id().equals(mark));
    }

    private static List<String> distinct(Collection<String> names) {
        return List.copyOf(new TreeSet<>(names));
    }

    private static void requireOnce(String field, List<String> ids) {
        if (new TreeSet<>(ids).size() < ids.size()) {
            throw new InvalidFactException(field, "name something twice. Maybe add the two up.");
        }
    }
}
