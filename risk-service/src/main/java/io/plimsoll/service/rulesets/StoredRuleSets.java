package io.plimsoll.service.rulesets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.rules.source.RuleSetSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// The files of every version that was ever live or decided, by content digest, in the database.
public final class StoredRuleSets {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> FILES = new TypeReference<>() {};

    private StoredRuleSets() {}

    /// Keeps the files of a version; does nothing if they are kept already.
    ///
    /// @param source a version that passed the checks, so that all its files are UTF-8
    public static void keep(Handle transaction, String name, RuleSetSource source) {
        transaction
                .createUpdate("""
                        insert into rule_set_content (digest, name, files) values (:digest, :name, :files)
                        on conflict (digest) do nothing
                        """)
                .bind("digest", source.digest())
                .bind("name", name)
                .bind("files", write(source))
                .execute();
    }

    /// The files of a version, if they are kept.
    ///
    /// @throws IllegalStateException if what is kept is not what the digest names: somebody changed the
    ///     database
    public static Optional<RuleSetSource> find(Handle sql, String digest) {
        return sql.createQuery("select files from rule_set_content where digest = :digest")
                .bind("digest", digest)
                .mapTo(byte[].class)
                .findOne()
                .map(files -> read(files, digest));
    }

    /// A JSON object of all files, path to text.
    private static byte[] write(RuleSetSource source) {
        Map<String, String> files = new TreeMap<>();
        for (String path : source.paths()) {
            files.put(path, new String(source.bytes(path).orElseThrow(), StandardCharsets.UTF_8));
        }
        try {
            return JSON.writeValueAsBytes(files);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written.", e);
        }
    }

    private static RuleSetSource read(byte[] json, String digest) {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            JSON.readValue(json, FILES).forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RuleSetSource source = RuleSetSource.of(files);
        if (!source.digest().equals(digest)) {
            throw new IllegalStateException(
                    "The files that the database keeps for %s are those of %s: somebody changed them."
                            .formatted(digest, source.digest()));
        }
        return source;
    }
}
