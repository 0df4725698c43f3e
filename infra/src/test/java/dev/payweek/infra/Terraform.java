package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.infra.Command.Finished;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Terraform itself, with the one provider that the roots name. */
final class Terraform {
    /** One place for what `init` brings, so that the copies need not bring it again. */
    static final Path DATA = Tree.at("infra/target/terraform");

    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");
    private static final Pattern PINNED = Pattern.compile("version = \"= ([0-9.]+)\"");

    private Terraform() {}

    static Path root(String name) {
        return Tree.at("infra/terraform/" + name);
    }

    static Finished run(Path folder, String... words) {
        return plain(command(words).run(folder));
    }

    static Command command(String... words) {
        List<String> line = new ArrayList<>(List.of("terraform"));
        line.addAll(List.of(words));
        return settled(Command.of(line.toArray(String[]::new))).with("TF_DATA_DIR", DATA.toString());
    }

    /** What every call needs on whatever machine, a script's own among them. */
    static Command settled(Command command) {
        Command settled = command.with("TF_IN_AUTOMATION", "1").with("CHECKPOINT_DISABLE", "1");
        String settings = System.getenv("TF_CLI_CONFIG_FILE");
        // Every command would warn of the absent file.
        return settings != null && !Files.exists(Path.of(settings)) ? settled.with("TF_CLI_CONFIG_FILE", "") : settled;
    }

    static Finished plain(Finished finished) {
        return new Finished(finished.exit(), COLOUR.matcher(finished.output()).replaceAll(""));
    }

    /** Makes a copy of a root ready, without its backend. */
    static void initialise(Path copy) throws IOException {
        initialise(copy, DATA);
    }

    /** The same, with a folder of its own for what `init` brings. */
    static void initialise(Path copy, Path data) throws IOException {
        List<String> words = new ArrayList<>(List.of("init", "-backend=false", "-input=false"));
        localProviders().ifPresent(mirror -> words.add("-plugin-dir=" + mirror));
        Finished init = plain(command(words.toArray(String[]::new))
                .with("TF_DATA_DIR", data.toString())
                .run(copy));
        requireProvider(init);
        assertEquals(0, init.exit(), init.output());
    }

    static void requireProvider(Finished init) {
        if (init.output().contains("Failed to query available provider packages")
                || init.output().contains("Failed to install provider")) {
            Tool.missing(
                    "Terraform's AWS provider cannot be had: connect to the network, or name a folder that holds it in"
                            + " PAYWEEK_TERRAFORM_PLUGINS.",
                    Tool.inContinuousIntegration());
        }
    }

    /** Copies the sources, and the lock file that `init` wrote if it ran there; a developer's own stays at home. */
    static void copy(Path from, Path to) throws IOException {
        Tree.copyFiles(from, to);
        for (String folder : List.of("tests", "machine")) {
            if (Files.isDirectory(from.resolve(folder))) {
                Tree.copyFiles(from.resolve(folder), to.resolve(folder));
            }
        }
        if (from.startsWith(Tree.at("infra/terraform"))) {
            Files.deleteIfExists(to.resolve(".terraform.lock.hcl"));
        }
    }

    /** Terraform wraps its messages, so line breaks count as blanks. */
    static void assertRefused(Finished finished, String complaint) {
        assertFalse(finished.succeeded(), finished.output());
        String unwrapped = finished.output().replaceAll("[\\s│]+", " ");
        assertTrue(unwrapped.contains(complaint), finished.output());
    }

    /**
     * A folder that already holds the provider, in Terraform's mirror layout: HOST/hashicorp/aws/VERSION. Terraform
     * itself looks into few places; machines without a network tend to keep it in others.
     */
    static Optional<Path> localProviders() throws IOException {
        String named = System.getenv("PAYWEEK_TERRAFORM_PLUGINS");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        Matcher version = PINNED.matcher(Tree.text(root("app").resolve("versions.tf")));
        assertTrue(version.find(), "versions.tf must pin the provider to one version");
        Path provider = Path.of("hashicorp", "aws", version.group(1));
        Path home = Path.of(System.getProperty("user.home"));
        for (Path place : List.of(home.resolve(".terraform.d"), Path.of("/usr/local/share"), Path.of("/opt"))) {
            for (Path mirror : folders(place)) {
                for (Path host : folders(mirror)) {
                    if (Files.isDirectory(host.resolve(provider))) {
                        return Optional.of(mirror);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<Path> folders(Path place) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isReadable(place)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(place, Files::isDirectory)) {
                entries.forEach(found::add);
            }
        }
        return found;
    }
}
