package io.plimsoll.rules.engine;

import io.plimsoll.rules.fence.CheckedClasses;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the rules of a version were compiled to, as bytes to be kept, so that going back to it compiles
/// nothing.
///
/// They are loaded by the build that made them and no other, and through the fence again: whoever kept them
/// is not trusted with them.
public final class CompiledClasses {

    private static final int MAX_FILES = 100_000;

    private final String rulesDigest;
    private final List<String> models;
    private final Map<String, byte[]> files;

    private CompiledClasses(String rulesDigest, List<String> models, Map<String, byte[]> files) {
        this.rulesDigest = rulesDigest;
        this.models = List.copyOf(models);
        this.files = files;
    }

    /// @param models names of the classes that describe rules to Drools
    static CompiledClasses of(String rulesDigest, List<String> models, CheckedClasses classes) {
        Map<String, byte[]> files = new TreeMap<>();
        classes.forEach((name, bytes) -> files.put(name + ".class", bytes));
        return new CompiledClasses(rulesDigest, models, files);
    }

    /// Content digest of the rule files.
    public String rulesDigest() {
        return rulesDigest;
    }

    /// Names of the classes that describe rules to Drools, with dots.
    List<String> models() {
        return models;
    }

    /// The class files by path, unchecked.
    Map<String, byte[]> files() {
        return files;
    }

    /// All of it.
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(rulesDigest);
            out.writeInt(models.size());
            for (String model : models) {
                out.writeUTF(model);
            }
            out.writeInt(files.size());
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.writeUTF(file.getKey());
                out.writeInt(file.getValue().length);
                out.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// What was kept.
    ///
    /// @throws IllegalArgumentException if the bytes are something else
    public static CompiledClasses of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String rulesDigest = in.readUTF();
            List<String> models = new ArrayList<>();
            for (int left = count(in); left > 0; left--) {
                models.add(in.readUTF());
            }
            Map<String, byte[]> files = new TreeMap<>();
            for (int left = count(in); left > 0; left--) {
                String path = in.readUTF();
                int length = in.readInt();
                if (length < 0 || length > in.available()) {
                    throw new IllegalArgumentException("The file %s is cut off.".formatted(path));
                }
                files.put(path, in.readNBytes(length));
            }
            return new CompiledClasses(rulesDigest, models, files);
        } catch (IOException e) {
            throw new IllegalArgumentException("These are no compiled rules.", e);
        }
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MAX_FILES) {
            throw new IllegalArgumentException("There can't be %,d files.".formatted(count));
        }
        return count;
    }
}
