package io.plimsoll.rules.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Guesses which known name someone meant.
public final class NearestName {

    private static final int MAX_LENGTH = 64;

    private NearestName() {}

    /// The known name that is the fewest edits away, if it is near enough to be meant. Upper and lower case are the
    /// same here; of equally near names, the first.
    public static Optional<String> of(String wanted, Collection<String> known) {
        if (wanted.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String nearest = null;
        int fewest = Math.max(1, wanted.length() / 3) + 1;
        for (String name : known) {
            int edits = edits(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (edits < fewest) {
                fewest = edits;
                nearest = name;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /// The Levenshtein distance: insertions, deletions and replacements.
    private static int edits(String from, String to) {
        int[] previous = new int[to.length() + 1];
        int[] current = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            int[] spare = previous;
            previous = current;
            current = spare;
        }
        return previous[to.length()];
    }
}
