package io.plimsoll.service.ruledesk;

import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.ruledesk.workflow.RefusedStepException;
import io.plimsoll.service.ruledesk.workflow.RefusedStepException.Reason;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Moves the edits of a change onto another version, file by file: a file that only one side has changed is
/// taken from there.
final class FileMerge {

    private FileMerge() {}

    /// The files of the change on the new base.
    ///
    /// @param base what the change was written on
    /// @param mine the files of the change
    /// @param live what it is moved onto
    /// @param chosen for files that both have changed
    /// @throws RefusedStepException if both have changed a file for which nothing is chosen
    static RuleSetSource merge(
            RuleSetSource base, RuleSetSource mine, RuleSetSource live, Map<String, MergeSide> chosen) {
        Set<String> paths = new TreeSet<>(base.paths());
        paths.addAll(mine.paths());
        paths.addAll(live.paths());
        SortedMap<String, byte[]> files = new TreeMap<>();
        Set<String> conflicts = new TreeSet<>();
        for (String path : paths) {
            boolean iHave = !isSame(path, base, mine);
            boolean theyHave = !isSame(path, base, live);
            MergeSide side = iHave ? MergeSide.MINE : MergeSide.LIVE;
            if (iHave && theyHave && !isSame(path, mine, live)) {
                MergeSide choice = chosen.get(path);
                if (choice == null) {
                    conflicts.add(path);
                } else {
                    side = choice;
                }
            }
            (side == MergeSide.MINE ? mine : live).bytes(path).ifPresent(content -> files.put(path, content));
        }
        if (!conflicts.isEmpty()) {
            throw new RefusedStepException(
                    Reason.BASE,
                    "Both the change and the live version have changed (%s). Maybe name under \"resolve\", for each, whether MINE or LIVE is taken."
                            .formatted(String.join(", ", conflicts)));
        }
        return RuleSetSource.of(files);
    }

    private static boolean isSame(String path, RuleSetSource one, RuleSetSource other) {
        Optional<byte[]> left = one.bytes(path);
        Optional<byte[]> right = other.bytes(path);
        return left.isPresent() == right.isPresent()
                && (left.isEmpty() || Arrays.equals(left.get(), right.orElseThrow()));
    }
}
