package io.plimsoll.rules.fence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads `allowed.txt`, which says of its format itself.
final class AllowListReader {

    private static final String FILE = "allowed.txt";
    private static final Pattern NUMBERS = Pattern.compile("\\{([0-9]+)\\.\\.([0-9]+)}");
    private static final String BOOTSTRAP = "bootstrap";
    private static final String LINKED = "linked";
    private static final String CALL = "call";

    private final Set<Member> members = new HashSet<>();
    private final Set<Member> bootstraps = new HashSet<>();
    private final Set<String> types = new HashSet<>();
    private final Set<String> linked = new HashSet<>();

    private AllowListReader() {}

    /// The list that ships.
    static AllowList read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AllowListReader.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
            return read(reader.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The list that lines say.
    ///
    /// @throws IllegalArgumentException if a line is no entry with a reason
    static AllowList read(Stream<String> lines) {
        AllowListReader reader = new AllowListReader();
        lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                .flatMap(AllowListReader::expanded)
                .forEach(reader::entry);
        return new AllowList(reader.members, reader.bootstraps, reader.types, reader.linked);
    }

    private static Stream<String> expanded(String line) {
        Matcher numbers = NUMBERS.matcher(line);
        return numbers.find()
                ? IntStream.rangeClosed(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)))
                        .mapToObj(number -> NUMBERS.matcher(line).replaceFirst(Integer.toString(number)))
                : Stream.of(line);
    }

    private void entry(String line) {
        int reason = line.indexOf(" # ");
        List<String> fields =
                List.of((reason < 0 ? "" : line.substring(0, reason)).strip().split(" +"));
        String kind = fields.getFirst();
        boolean marked = List.of(BOOTSTRAP, LINKED, CALL).contains(kind);
        List<String> entry = marked ? fields.subList(1, fields.size()) : fields;
        if (entry.size() < 2 || entry.size() > 3) {
            throw new IllegalArgumentException("The line (%s) is no entry with a reason.".formatted(line));
        }
        Member member = new Member(entry.get(0), entry.get(1), entry.size() == 3 ? entry.get(2) : "");
        switch (kind) {
            case BOOTSTRAP -> {
                bootstraps.add(member);
                linked.add(member.owner());
            }
            case LINKED -> linked.add(member.owner());
            case CALL -> {
                members.add(member);
                linked.add(member.owner());
            }
            default -> {
                types.add(member.owner());
                if (!member.name().equals("-")) {
                    members.add(member);
                }
            }
        }
    }
}
