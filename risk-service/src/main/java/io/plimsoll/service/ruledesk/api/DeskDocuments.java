package io.plimsoll.service.ruledesk.api;

import io.plimsoll.rules.diff.Change;
import io.plimsoll.service.ruledesk.store.StoredRevision;
import io.plimsoll.service.rulesets.CheckReport;
import io.plimsoll.service.rulesets.LiveRuleSetDocument.FileDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the desk answers with, beside changes and activations.
final class DeskDocuments {

    private DeskDocuments() {}

    /// All rule sets.
    ///
    /// @param ruleSets by name
    public record RuleSetsDocument(List<RuleSetSummaryDocument> ruleSets) {}

    /// What is live of a rule set.
    ///
    /// @param name of the rule set
    /// @param live what went live last
    public record RuleSetSummaryDocument(String name, ActivationDocument live) {}

    /// What was live.
    ///
    /// @param activations newest first
    public record HistoryDocument(List<ActivationDocument> activations) {}

    /// The files of a version.
    ///
    /// @param digest of the version
    /// @param files by path
    public record VersionDocument(String digest, List<FileDocument> files) {}

    /// Changes of a rule set.
    ///
    /// @param changes newest first
    public record ChangesDocument(List<ChangeDocument> changes) {}

    /// The revisions of a change.
    ///
    /// @param revisions from the first
    public record RevisionsDocument(List<RevisionDocument> revisions) {}

    /// One state of the files of a change.
    ///
    /// @param revision from 1
    /// @param content digest of the files
    /// @param base digest of the version that they were written on
    /// @param by who wrote it
    /// @param at when
    public record RevisionDocument(int revision, String content, String base, String by, Instant at) {

        static RevisionDocument of(StoredRevision revision) {
            return new RevisionDocument(
                    revision.revision(), revision.content(), revision.base(), revision.by(), revision.at());
        }
    }

    /// A change after a check.
    ///
    /// @param change the change
    /// @param report what the check found
    public record CheckedChangeDocument(ChangeDocument change, CheckReport report) {}

    /// What a change would change.
    ///
    /// @param differences by kind of thing
    public record DiffDocument(List<DifferenceDocument> differences) {}

    /// One difference.
    ///
    /// @param kind what happened
    /// @param subject what it happened to
    /// @param file where it stands
    /// @param line counted from 1; 0 for the file as a whole
    /// @param before as it was written; empty if it was not there
    /// @param after as it is written; empty if it is gone
    /// @param move after less before, if both are numbers
    /// @param relativeMove the move in percent of what was before
    public record DifferenceDocument(
            String kind,
            String subject,
            String file,
            int line,
            String before,
            String after,
            @Nullable BigDecimal move,
            @Nullable BigDecimal relativeMove) {

        static DifferenceDocument of(Change change) {
            return new DifferenceDocument(
                    change.kind().name(),
                    change.subject(),
                    change.file(),
                    change.line(),
                    change.before(),
                    change.after(),
                    change.move(),
                    change.relativeMove());
        }
    }
}
