package io.plimsoll.service.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.service.RawHttp;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One line of `hostile-requests.txt`, whose head explains the form.
public record HostileRequest(
        String name, int status, boolean isBare, String target, List<String> headers, Buffer body) {

    private static final Pattern TERM =
            Pattern.compile("\\{(?:(\\d+) times (.+?)\\}(?!:)|hex ([0-9a-f ]+)\\}|valid\\})");
    private static final int CHUNK = 8 << 10;

    static Stream<HostileRequest> all() {
        return all("/hostile-requests.txt");
    }

    /// Those of a file of this form.
    public static Stream<HostileRequest> all(String resource) {
        return all(resource, Examples.request("margin-call"));
    }

    /// Those of a file of this form.
    ///
    /// @param valid what `{valid}` stands for
    public static Stream<HostileRequest> all(String resource, byte[] valid) {
        try (var file = Objects.requireNonNull(HostileRequest.class.getResourceAsStream(resource))) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> of(line, valid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HostileRequest of(String line, byte[] valid) {
        String[] cells = line.split("\\|", 5);
        return new HostileRequest(
                cells[0].strip(),
                Integer.parseInt(cells[1].strip().substring(0, 3)),
                cells[1].contains("bare"),
                new String(expand(cells[2].strip(), valid), UTF_8),
                Arrays.stream(cells[3].split("; ")).map(String::strip).toList(),
                Buffer.buffer(body(cells[4].strip(), valid)));
    }

    private static byte[] body(String cell, byte[] validBytes) {
        int arrow = cell.indexOf(" => ");
        if (!cell.startsWith("{valid}") || arrow < 0) {
            return expand(cell, validBytes);
        }
        String valid = new String(validBytes, UTF_8);
        String from = cell.substring("{valid} ".length(), arrow);
        if (!valid.contains(from)) {
            throw new IllegalArgumentException("The example has no " + from);
        }
        int at = valid.indexOf(from);
        return join(
                valid.substring(0, at).getBytes(UTF_8),
                expand(cell.substring(arrow + " => ".length()), validBytes),
                valid.substring(at + from.length()).getBytes(UTF_8));
    }

    private static byte[] expand(String text, byte[] valid) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher term = TERM.matcher(text);
        int from = 0;
        while (term.find()) {
            bytes.writeBytes(text.substring(from, term.start()).getBytes(UTF_8));
            bytes.writeBytes(value(term, valid));
            from = term.end();
        }
        bytes.writeBytes(text.substring(from).getBytes(UTF_8));
        return bytes.toByteArray();
    }

    private static byte[] value(Matcher term, byte[] valid) {
        if (term.group(1) != null) {
            return term.group(2).repeat(Integer.parseInt(term.group(1))).getBytes(UTF_8);
        }
        return term.group(3) != null
                ? HexFormat.ofDelimiter(" ").parseHex(term.group(3).strip())
                : valid;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    /// The same with a text in the target replaced.
    public HostileRequest at(String place, String replacement) {
        return new HostileRequest(name, status, isBare, target.replace(place, replacement), headers, body);
    }

    /// Sends it, as far as the service reads it.
    public void send(RawHttp http) throws IOException {
        http.send(target + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            http.send(header + "\r\n");
        }
        if (says("transfer-encoding")) {
            http.send("\r\n");
            for (int from = 0; from < body.length(); from += CHUNK) {
                http.chunk(body.getString(from, Math.min(body.length(), from + CHUNK)));
            }
            http.lastChunk();
        } else {
            http.send(says("content-length") ? "\r\n" : "Content-Length: %d\r\n\r\n".formatted(body.length()));
            http.send(body.getBytes());
        }
    }

    private boolean says(String header) {
        return headers.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith(header + ":"));
    }

    @Override
    public String toString() {
        return name;
    }
}
