package io.plimsoll.service.live.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// Where requests go, taken apart once, so that nobody reads it in another way later.
///
/// @param tls whether it is `https`
/// @param host which
/// @param port 1 to 65,535
/// @param path with the query, as it is sent
record Address(boolean tls, Host host, int port, String path) {

    private static final int LONGEST = 2_048;

    /// @param url which may have a query, and no user, no fragment
    /// @throws IllegalArgumentException with a sentence that says how to mend it
    static Address of(String url) {
        URI uri = parse(url);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("https");
        if (!tls && !scheme.equals("http")) {
            throw new IllegalArgumentException("it must begin with https://. Maybe the scheme is missing.");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "it names a user. Maybe leave all before the @ out: requests are signed.");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "it names no host, or one that is spelt wrong. Maybe write https://name/path, and names of other"
                            + " scripts as xn--….");
        }
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException("it has a fragment, which is never sent. Maybe leave the # out.");
        }
        Host host = Host.of(uri.getHost());
        if (!tls && !host.isLoopback()) {
            throw new IllegalArgumentException(
                    "http:// is for this machine alone (localhost, 127.0.0.1, [::1]). Maybe write https://.");
        }
        return new Address(tls, host, port(uri, tls), path(uri));
    }

    private static URI parse(String url) {
        if (url.length() > LONGEST) {
            throw new IllegalArgumentException("it is longer than %d characters. Maybe shorten it.".formatted(LONGEST));
        }
        try {
            return new URI(url).parseServerAuthority();
        } catch (URISyntaxException e) {
            // Not what it quotes: a secret may be in it.
            throw new IllegalArgumentException(
                    "it is no URL: %s at character %d. Maybe write https://name/path, and names of other scripts as xn--…."
                            .formatted(e.getReason(), e.getIndex() + 1),
                    e);
        }
    }

    private static int port(URI uri, boolean tls) {
        if (uri.getPort() == -1 && !uri.getRawAuthority().endsWith(":")) {
            return tls ? 443 : 80;
        }
        if (uri.getPort() < 1 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException("its port must be 1 to 65535. Maybe leave it out.");
        }
        return uri.getPort();
    }

    private static String path(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /// For people: without the query, which may hold a secret.
    String shown() {
        boolean usual = port == (tls ? 443 : 80);
        int query = path.indexOf('?');
        return "%s://%s%s%s"
                .formatted(
                        tls ? "https" : "http",
                        host,
                        usual ? "" : ":" + port,
                        query < 0 ? path : path.substring(0, query));
    }
}
