package io.plimsoll.service.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The questions in `examples/orders`.
final class OrderExamples {

    static final Path FOLDER = Path.of("../examples/orders");

    private static final String REQUEST = ".request.json";

    private OrderExamples() {}

    /// The names of all examples.
    static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(REQUEST))
                    .map(name -> name.substring(0, name.length() - REQUEST.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] request(String name) {
        return read(name + REQUEST);
    }

    static byte[] response(String name) {
        return read(name + ".response.json");
    }

    /// The request on one line, as a batch takes it.
    static String line(String name) {
        return new String(request(name), UTF_8).replaceAll("\\s*\\n\\s*", " ").strip();
    }

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
