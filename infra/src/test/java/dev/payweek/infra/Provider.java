package dev.payweek.infra;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The AWS provider that {@code terraform init} brought, kept running for many commands: what each of them would spend
 * most of its time on is starting it. It is set anew by every command, so only one may be under way at a time.
 */
final class Provider implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("TF_REATTACH_PROVIDERS='([^']+)'");
    private static final long PATIENCE_SECONDS = 300;

    private final Process process;
    private final String address;

    private Provider(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts the provider that lies in a data folder of Terraform.
     *
     * @param before what it finds in its environment, such as which account it reaches
     */
    static Provider start(Path data, Path folder, Command before) throws IOException, InterruptedException {
        Path program;
        try (Stream<Path> files = Files.find(
                data.resolve("providers"),
                9,
                (file, is) -> file.getFileName().toString().startsWith("terraform-provider-aws"),
                FileVisitOption.FOLLOW_LINKS)) {
            program = files.findFirst().orElseThrow();
        }
        Path said = Files.createTempFile(folder, "provider", ".log");
        ProcessBuilder builder = new ProcessBuilder(List.of(program.toString(), "-debug"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(before.environment());
        // It cannot be set anew with these, and nothing here is reached by TLS.
        builder.environment().remove("AWS_CA_BUNDLE");
        Process process = builder.start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            Matcher found = ADDRESS.matcher(Tree.text(said));
            if (found.find()) {
                return new Provider(process, found.group(1));
            }
            Thread.sleep(50);
        }
        process.destroyForcibly();
        throw new IllegalStateException("the provider does not say where it is: " + Tree.text(said));
    }

    /** Lets a command of Terraform use this one instead of starting its own. */
    Command before(Command command) {
        return command.with("TF_REATTACH_PROVIDERS", address);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
