package dev.payweek.app;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Lets every option be given as an environment variable too, {@code --allow-origin} as {@code PAYWEEK_ALLOW_ORIGIN}, or
 * as a line of the user's settings file, {@code allow-origin = http://localhost:5500}. The variable outranks the line.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {

    /** The source of a value that nobody has given. */
    static final String BUILT_IN = "default";

    private static final String PREFIX = "PAYWEEK_";

    /** What `payweek` itself says to the program. */
    private static final Set<String> OF_LAUNCHER = Set.of("PAYWEEK_LOCALE", "PAYWEEK_SCREEN");

    private final Map<String, String> environment;
    private final Properties settings;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.settings = settings(file(environment));
    }

    /** Returns the user's settings file, whether or not there is one. */
    static Path file(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        String folder = environment.getOrDefault("XDG_CONFIG_HOME", home + "/.config");
        return Path.of(folder, "payweek", "config");
    }

    private static Properties settings(Path file) {
        Properties settings = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                settings.load(lines);
            } catch (IOException | IllegalArgumentException e) {
                throw new UncheckedIOException(
                        "The settings in " + file + " cannot be read: " + e.getMessage(), new IOException(e));
            }
        }
        return settings;
    }

    @Override
    @SuppressWarnings("NullAway") // null means to picocli that there is no default
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        return environment.getOrDefault(variable(option), settings.getProperty(name(option)));
    }

    /** Returns where the value of an option comes from that is not on the command line. */
    String source(OptionSpec option) {
        if (environment.containsKey(variable(option))) {
            return variable(option);
        }
        return settings.containsKey(name(option)) ? file(environment).toString() : BUILT_IN;
    }

    /** Returns what is set that is no option's, by where it is set: a slip of the pen would else pass in silence. */
    Map<String, String> strays(Collection<OptionSpec> options) {
        Map<String, String> strays = new TreeMap<>();
        Set<String> names = options.stream().map(EnvironmentDefaults::name).collect(Collectors.toSet());
        settings.stringPropertyNames().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> strays.put(name, file(environment).toString()));
        Set<String> variables =
                options.stream().map(EnvironmentDefaults::variable).collect(Collectors.toSet());
        environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !variables.contains(name) && !OF_LAUNCHER.contains(name))
                .forEach(name -> strays.put(name, "environment"));
        return strays;
    }

    /** Returns the environment variable that stands for an option. */
    static String variable(OptionSpec option) {
        return PREFIX + name(option).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }
}
