package io.plimsoll.rules.candidate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.source.RuleSetSource;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the two processes say to each other: lengths before contents, and every length has a bound, because what
/// answers may be a rule set that has taken over its process.
final class Frames {

    /// Errors, and what is merely worth looking at.
    private static final int MAX_ANSWERS = 2 * Diagnostics.MAX_DIAGNOSTICS;

    private static final int READY = 0x504C_5201;
    private static final int SOURCE = 0x504C_5202;
    private static final int ANSWER = 0x504C_5203;

    private static final int MAX_PATH_BYTES = 1_024;
    private static final int MAX_TEXT_BYTES = 16_384;
    private static final int MAX_TEXT_LENGTH = MAX_TEXT_BYTES / 4;

    private Frames() {}

    static void writeReady(DataOutputStream out) throws IOException {
        out.writeInt(READY);
        out.flush();
    }

    static void readReady(DataInputStream in) throws IOException {
        require(in, READY);
    }

    static void writeSource(DataOutputStream out, RuleSetSource source) throws IOException {
        out.writeInt(SOURCE);
        out.writeInt(source.paths().size());
        for (String path : source.paths()) {
            writeBytes(out, path.getBytes(UTF_8));
            writeBytes(out, source.bytes(path).orElseThrow());
        }
        out.flush();
    }

    static RuleSetSource readSource(DataInputStream in) throws IOException {
        require(in, SOURCE);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int left = bounded(in, RuleSetSource.MAX_FILES); left > 0; left--) {
            files.put(new String(readBytes(in, MAX_PATH_BYTES), UTF_8), readBytes(in, RuleSetSource.MAX_FILE_BYTES));
        }
        return RuleSetSource.of(files);
    }

    /// @param diagnostics what keeps the candidate from being used; none if it may be
    static void writeAnswer(DataOutputStream out, List<Diagnostic> diagnostics) throws IOException {
        out.writeInt(ANSWER);
        out.writeInt(diagnostics.size());
        for (Diagnostic diagnostic : diagnostics) {
            writeText(out, diagnostic.code());
            writeText(out, diagnostic.severity().name());
            writeText(out, diagnostic.file());
            out.writeInt(diagnostic.line());
            out.writeInt(diagnostic.column());
            out.writeInt(diagnostic.endColumn());
            @Nullable String columnName = diagnostic.columnName();
            out.writeBoolean(columnName != null);
            if (columnName != null) {
                writeText(out, columnName);
            }
            writeText(out, diagnostic.message());
            writeText(out, diagnostic.remedy());
        }
        out.flush();
    }

    static List<Diagnostic> readAnswer(DataInputStream in) throws IOException {
        require(in, ANSWER);
        int count = bounded(in, MAX_ANSWERS);
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            diagnostics.add(new Diagnostic(
                    readText(in),
                    severity(readText(in)),
                    readText(in),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readBoolean() ? readText(in) : null,
                    readText(in),
                    readText(in)));
        }
        return diagnostics;
    }

    private static Severity severity(String name) throws IOException {
        try {
            return Severity.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new StreamCorruptedException("There is no such severity (%s).".formatted(name));
        }
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        boolean tooLong = text.length() > MAX_TEXT_LENGTH;
        writeBytes(out, (tooLong ? text.substring(0, MAX_TEXT_LENGTH - 1) + "…" : text).getBytes(UTF_8));
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in, MAX_TEXT_BYTES), UTF_8);
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in, int most) throws IOException {
        byte[] bytes = new byte[bounded(in, most)];
        in.readFully(bytes);
        return bytes;
    }

    private static int bounded(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new StreamCorruptedException("A length is out of bounds (%d of %d).".formatted(length, most));
        }
        return length;
    }

    private static void require(DataInputStream in, int expected) throws IOException {
        int kind = in.readInt();
        if (kind != expected) {
            throw new StreamCorruptedException("Something else was said (%08X for %08X).".formatted(kind, expected));
        }
    }
}
