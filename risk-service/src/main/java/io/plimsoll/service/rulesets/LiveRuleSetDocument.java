package io.plimsoll.service.rulesets;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.live.RefusedEdit;
import io.plimsoll.rules.source.RuleSetSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The live version of the rule set as written.
///
/// @param name name of the rule set
/// @param digest content digest: the version's identity
/// @param folder the folder that is followed, as configured; left out if edits are made at the rule desk
/// @param owner who answers for it
/// @param description the intent in a sentence
/// @param files what it is made of
/// @param warnings what someone should look at in the live version
/// @param refusedEdit the last saved edit, if it did not go live; null if all is well
public record LiveRuleSetDocument(
        String name,
        String digest,
        @Nullable String folder,
        String owner,
        String description,
        List<FileDocument> files,
        List<DiagnosticDocument> warnings,
        @JsonInclude @Nullable RefusedEditDocument refusedEdit) {

    static LiveRuleSetDocument of(RuleSetVersion version, @Nullable String folder, @Nullable RefusedEdit refused) {
        return new LiveRuleSetDocument(
                version.name(),
                version.digest(),
                folder,
                version.manifest().owner(),
                version.manifest().description(),
                version.source().paths().stream()
                        .map(path -> FileDocument.of(version.source(), path))
                        .toList(),
                version.remarks().stream().map(DiagnosticDocument::of).toList(),
                refused == null ? null : RefusedEditDocument.of(refused));
    }

    /// A file of the rule set.
    ///
    /// @param path within the rule set
    /// @param bytes its length
    /// @param digest of its content
    public record FileDocument(String path, int bytes, String digest) {

        /// Of a file that is there.
        public static FileDocument of(RuleSetSource source, String path) {
            byte[] content = source.bytes(path).orElseThrow();
            return new FileDocument(path, content.length, sha256(content));
        }

        private static String sha256(byte[] content) {
            try {
                return "sha256:"
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every JVM has SHA-256.", e);
            }
        }
    }

    /// A saved edit that did not go live.
    ///
    /// @param digest content digest of what was saved; empty if it could not be read
    /// @param time when it was refused
    /// @param diagnostics what is wrong with it
    public record RefusedEditDocument(String digest, Instant time, List<DiagnosticDocument> diagnostics) {

        static RefusedEditDocument of(RefusedEdit refused) {
            return new RefusedEditDocument(
                    refused.digest(),
                    refused.time(),
                    refused.diagnostics().stream().map(DiagnosticDocument::of).toList());
        }
    }
}
