package io.plimsoll.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// One connection on which a test sends exactly what it likes. No client library would send most of it.
public final class RawHttp implements Closeable {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    public RawHttp(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.socket.setSoTimeout(TIMEOUT_MILLIS);
        this.socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /// Sends the head of a request whose body comes in chunks.
    public RawHttp batch(String query) throws IOException {
        return post("/v1/evaluations/batch" + query, "application/x-ndjson", "Transfer-Encoding: chunked");
    }

    /// Sends the head of a request with a header of the caller's.
    public RawHttp post(String target, String mediaType, String header) throws IOException {
        return send("POST %s HTTP/1.1\r\nHost: localhost\r\n".formatted(target))
                .send("Content-Type: %s\r\n%s\r\n\r\n".formatted(mediaType, header));
    }

    /// Sends text as bytes, without any ending of its own.
    public RawHttp send(String text) throws IOException {
        return send(text.getBytes(UTF_8));
    }

    public RawHttp send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    /// Sends one chunk of a chunked body.
    public RawHttp chunk(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        return send(Integer.toHexString(bytes.length) + "\r\n").send(bytes).send("\r\n");
    }

    /// Ends a chunked body.
    public RawHttp lastChunk() throws IOException {
        return send("0\r\n\r\n");
    }

    /// The head of the next response.
    public Head head() throws IOException {
        String[] status = line().split(" ", 3);
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        return new Head(Integer.parseInt(status[1]), headers);
    }

    /// The next response as a whole.
    public Response response() throws IOException {
        Head head = head();
        if (head.status() == 100) {
            head = head();
        }
        String length = head.headers().get("content-length");
        byte[] body = new byte[0];
        if (length != null) {
            body = in.readNBytes(Integer.parseInt(length));
        } else if (head.headers().containsKey("transfer-encoding")) {
            ByteArrayOutputStream chunks = new ByteArrayOutputStream();
            for (byte[] chunk = readChunk(); chunk.length > 0; chunk = readChunk()) {
                chunks.write(chunk);
            }
            body = chunks.toByteArray();
        }
        return new Response(head.status(), head.headers(), new String(body, UTF_8));
    }

    /// The next chunk of the response; empty at its end.
    public byte[] readChunk() throws IOException {
        byte[] chunk = in.readNBytes(Integer.parseInt(line(), 16));
        line();
        return chunk;
    }

    /// Whether the peer has closed the connection; waits until it has, or sends something.
    public boolean isClosedByPeer() throws IOException {
        return in.read() < 0;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("closed after: " + line.toString(ISO_8859_1));
            }
            line.write(c);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    public record Head(int status, Map<String, String> headers) {}

    public record Response(int status, Map<String, String> headers, String text) {

        public String mediaType() {
            return headers.getOrDefault("content-type", "");
        }
    }
}
