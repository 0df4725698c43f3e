package dev.payweek.house;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.config.Options;
import japicmp.model.AccessModifier;
import japicmp.model.JApiClass;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comparison of the core's API with that of its last release, as the core's pom.xml asks the plugin for it. */
record ApiBaseline(List<String> packages, AccessModifier access, boolean binary, boolean source) {

    private static final Pattern CONFIGURED =
            Pattern.compile("<artifactId>japicmp-maven-plugin</artifactId>.*?</plugin>", Pattern.DOTALL);
    private static final Pattern INCLUDED = Pattern.compile("<include>([^<]+)</include>");

    static ApiBaseline in(String pom) {
        Matcher plugin = CONFIGURED.matcher(pom);
        if (!plugin.find()) {
            throw new IllegalArgumentException("no japicmp-maven-plugin in the pom");
        }
        String settings = plugin.group();
        return new ApiBaseline(
                INCLUDED.matcher(settings)
                        .results()
                        .map((MatchResult one) -> one.group(1))
                        .toList(),
                AccessModifier.valueOf(value("accessModifier", settings).toUpperCase(Locale.ROOT)),
                Boolean.parseBoolean(value("breakBuildOnBinaryIncompatibleModifications", settings)),
                Boolean.parseBoolean(value("breakBuildOnSourceIncompatibleModifications", settings)));
    }

    private static String value(String name, String settings) {
        Matcher element = Pattern.compile("<" + name + ">([^<]*)</").matcher(settings);
        return element.find() ? element.group(1) : "";
    }

    /** Returns the classes that would break the build. */
    List<String> broken(Path before, Path after) {
        Options options = Options.newDefault();
        options.setAccessModifier(access);
        packages.forEach(name -> options.addIncludeFromArgument(Optional.of(name), false));
        return new JarArchiveComparator(JarArchiveComparatorOptions.of(options))
                        .compare(
                                new JApiCmpArchive(before.toFile(), "1.0.0"),
                                new JApiCmpArchive(after.toFile(), "1.1.0"))
                        .stream()
                        .filter(this::breaks)
                        .map(JApiClass::getFullyQualifiedName)
                        .toList();
    }

    private boolean breaks(JApiClass changed) {
        return (binary && !changed.isBinaryCompatible()) || (source && !changed.isSourceCompatible());
    }
}
