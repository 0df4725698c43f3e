package dev.payweek.app.simplefin;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Where accounts are read, with the name and password for it: {@code https://user:pass@bridge.example/simplefin}. As
 * secret as a password, so {@code toString} shows only the host.
 */
public final class AccessUrl {

    private final URI address;
    private final String credentials;

    private AccessUrl(URI address, String credentials) {
        this.address = address;
        this.credentials = credentials;
    }

    /**
     * Reads an access URL as a server gave it.
     *
     * @throws LedgerException if it is no URL or has no name and password; the message repeats nothing of it
     */
    public static AccessUrl of(String url) {
        try {
            URI whole = new URI(url.strip());
            if (whole.getHost() == null || whole.getRawUserInfo() == null) {
                throw unusable();
            }
            String path = whole.getRawPath() == null ? "" : whole.getRawPath();
            String port = whole.getPort() < 0 ? "" : ":" + whole.getPort();
            return new AccessUrl(
                    new URI(whole.getScheme() + "://" + whole.getHost() + port + path), whole.getUserInfo());
        } catch (URISyntaxException e) {
            // Without its cause, which repeats the secret.
            throw unusable();
        }
    }

    private static LedgerException unusable() {
        return new LedgerException(
                Reason.INVALID, "What the server gave is no access URL with a name and a password.", List.of());
    }

    /** Returns the address below it, without name and password. */
    URI resolve(String pathAndQuery) {
        return URI.create(address + pathAndQuery);
    }

    URI address() {
        return address;
    }

    /** Returns the value of the Authorization header. */
    String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the URL with its secret, as it is to be kept. */
    String withSecret() {
        return address.getScheme() + "://" + encoded(credentials) + "@"
                + address.toString().substring(address.getScheme().length() + 3);
    }

    private static String encoded(String userInfo) {
        int colon = userInfo.indexOf(':');
        return colon < 0
                ? part(userInfo)
                : part(userInfo.substring(0, colon)) + ":" + part(userInfo.substring(colon + 1));
    }

    private static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return address.getScheme() + "://***@" + address.getHost();
    }
}
