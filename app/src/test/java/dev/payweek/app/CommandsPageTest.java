package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** That docs/COMMANDS.md is what the help of every command says. */
class CommandsPageTest {

    private static final Path PAGE = Path.of(System.getProperty("payweek.root", ".."), "docs/COMMANDS.md");

    private static final String HEAD = """
            # Commands

            What `payweek help` says of every command. `payweek man` says the same as manual pages; `-h` behind a
            command shows its help. [FIRST_MONTH.md](FIRST_MONTH.md) shows them at work.
            """;

    private static void add(CommandLine command, String marks, StringBuilder page) {
        page.append('\n')
                .append(marks)
                .append(' ')
                .append(command.getCommandSpec().qualifiedName(" "))
                .append("\n\n```text\n")
                .append(command.getUsageMessage(Ansi.OFF).stripTrailing().replaceAll("(?m) +$", ""))
                .append("\n```\n");
        command.getSubcommands().values().stream()
                .filter(sub -> !sub.getCommandName().equals("help")
                        && !sub.getCommandSpec().usageMessage().hidden())
                .forEach(sub -> add(sub, command.getParent() == null ? "##" : "###", page));
    }

    @Test
    void the_page_is_what_the_help_says() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        add(Payweek.commandLine(), "##", page);
        assertTrue(page.indexOf("\n### payweek rules add\n") > 0);
        if (Boolean.getBoolean("payweek.write")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(
                page.toString(),
                Files.readString(PAGE),
                "docs/COMMANDS.md is not what the help says; -Dpayweek.write=true writes it");
    }
}
