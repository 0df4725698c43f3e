package dev.payweek.app;

import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say to whom a service shows itself. What cannot work is refused before anything is served. */
final class Exposure {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final String SHA_256_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final Pattern NAME = Pattern.compile("[a-z0-9_](?:[a-z0-9_.-]{0,252})|\\[[0-9a-f:.]+]");
    private static final Pattern BASE_PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: 127.0.0.1).")
    private String host = "127.0.0.1";

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description = "A name by which callers know the service, beside this machine's own; may be repeated.")
    private List<String> names = List.of();

    @Option(
            names = "--allow-origin",
            paramLabel = "URL",
            description = "Another origin whose pages may call the API; may be repeated.")
    private List<String> origins = List.of();

    @Option(
            names = "--token-sha256",
            paramLabel = "HEX",
            description = "The SHA-256 of the token that opens the API; needed to listen beyond this machine.")
    private Optional<String> tokenSha256 = Optional.empty();

    @Option(
            names = "--base-path",
            paramLabel = "PATH",
            defaultValue = "",
            description = "What a proxy puts before every path, such as /payweek.")
    private String basePath = "";

    @Option(
            names = "--trust-proxy",
            description = "Believes what Forwarded or X-Forwarded-… say of the caller; only where nobody can come past"
                    + " the proxy.")
    private boolean trustProxy;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    String host() {
        return host;
    }

    /** Returns how the API guards itself. */
    Settings settings() {
        Optional<String> token = tokenSha256.map(this::token);
        if (token.isEmpty() && !Settings.LOOPBACK.contains(bracketed(host))) {
            throw refused("Listening on " + host + " would let anybody in: give --token-sha256 with the SHA-256 of a"
                    + " token of your own, as printf %s TOKEN | sha256sum prints it.");
        }
        Settings settings = token.map(Settings::guardedBy)
                .orElse(Settings.LOCAL)
                .called(called())
                .allowing(origins.stream().map(this::origin).collect(Collectors.toSet()))
                .under(basePath());
        return trustProxy ? settings.behindProxy() : settings;
    }

    /** Returns what is to be warned of, if anything is. */
    Optional<String> warning() {
        return tokenSha256.isPresent() && !trustProxy && !Settings.LOOPBACK.contains(bracketed(host))
                ? Optional.of("Warning: whoever listens on the way can read the token and the ledger, since HTTP is not"
                        + " encrypted. Put a proxy with TLS before it and say --trust-proxy; see docs/PROXY.md.")
                : Optional.empty();
    }

    private Set<String> called() {
        Set<String> called = new HashSet<>(Settings.LOOPBACK);
        names.stream().map(this::name).forEach(called::add);
        String listening = bracketed(host.toLowerCase(Locale.ROOT));
        if (NAME.matcher(listening).matches()) {
            called.add(listening);
        }
        return called;
    }

    private String token(String hex) {
        String lower = hex.strip().toLowerCase(Locale.ROOT);
        if (!SHA_256.matcher(lower).matches()) {
            throw refused("--token-sha256 takes the SHA-256 of a token, 64 hexadecimal digits as printf %s TOKEN |"
                    + " sha256sum prints them, and not the token.");
        }
        if (lower.equals(SHA_256_OF_NOTHING)) {
            throw refused("--token-sha256 is the SHA-256 of an empty token.");
        }
        return lower;
    }

    private String name(String given) {
        String name = bracketed(given.strip().toLowerCase(Locale.ROOT));
        if (!NAME.matcher(name).matches()) {
            throw refused("--allow-host takes a name like money.example, without scheme, port or path, and not \""
                    + given + "\".");
        }
        return name;
    }

    /** An origin counts only as browsers write it; any other would let nobody in, and * would let everybody. */
    private String origin(String given) {
        try {
            URI uri = new URI(given.strip());
            String scheme = String.valueOf(uri.getScheme());
            boolean standard = uri.getAuthority() != null
                    && uri.getAuthority().endsWith(scheme.equalsIgnoreCase("https") ? ":443" : ":80");
            String port = uri.getPort() < 0 || standard ? "" : ":" + uri.getPort();
            String origin = scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + port;
            if (uri.getHost() != null && scheme.matches("https?") && origin.equals(given.strip())) {
                return origin;
            }
            if (uri.getHost() != null && scheme.toLowerCase(Locale.ROOT).matches("https?")) {
                throw refused("--allow-origin takes an origin as browsers send it: " + origin.toLowerCase(Locale.ROOT)
                        + ", not " + given + ".");
            }
        } catch (URISyntaxException e) {
            // Refused below like anything else that is no origin.
        }
        throw refused("--allow-origin takes an origin like https://money.example:8443, and not \"" + given + "\".");
    }

    private String basePath() {
        String path = basePath.strip().replaceFirst("/+$", "");
        boolean dots = List.of(path.split("/", -1)).stream().anyMatch(word -> word.matches("\\.+"));
        if (dots || !BASE_PATH.matcher(path).matches()) {
            throw refused("--base-path takes a path like /payweek, and not \"" + basePath + "\".");
        }
        if (!path.isEmpty() && PayweekApi.hasPathsUnder(path.split("/", -1)[1])) {
            throw refused("--base-path " + path + " begins like a path of the service itself; choose another.");
        }
        return path;
    }

    private static String bracketed(String name) {
        return name.indexOf(':') >= 0 && !name.startsWith("[") ? "[" + name + "]" : name;
    }

    private ParameterException refused(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
