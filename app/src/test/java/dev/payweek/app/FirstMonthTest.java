package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That docs/FIRST_MONTH.md shows what its commands print, each on the day of its heading. */
class FirstMonthTest {

    private static final Path PAGE = Path.of(System.getProperty("payweek.root", ".."), "docs/FIRST_MONTH.md");
    private static final Pattern DAY = Pattern.compile("## (\\w{3} \\d{1,2} \\w{3} \\d{4}): .*");
    private static final String SHOWN = "$ cat ";
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    @TempDir
    private Path folder = Path.of("");

    private String today = "";

    private int commands;

    private String run(String line) {
        List<String> words = Commands.words(line);
        assertEquals("payweek", words.get(0), line);
        Caller caller = new Caller(
                Commands.in(folder, today).clock(),
                Map.of("LANG", "en_US.UTF-8"),
                folder,
                InputStream.nullInputStream(),
                Optional.empty());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Payweek.execute(
                caller,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                words.subList(1, words.size()).toArray(String[]::new));
        assertEquals("", err.toString(), line);
        assertEquals(0, code, line);
        commands++;
        return out.toString();
    }

    /** Returns the page with what the commands print now. */
    private String played(String page) throws IOException {
        StringBuilder played = new StringBuilder();
        boolean console = false;
        Optional<Path> file = Optional.empty();
        for (String line : page.lines().toList()) {
            Matcher day = DAY.matcher(line);
            if (day.matches()) {
                today = LocalDate.parse(day.group(1), FORM).toString();
            }
            boolean command = line.startsWith("$ ") || line.equals("```");
            if (line.equals("```console")) {
                console = true;
                played.append(line).append('\n');
            } else if (console && command) {
                console = line.startsWith("$ ");
                file = Optional.of(line)
                        .filter(words -> words.startsWith(SHOWN))
                        .map(words -> folder.resolve(words.substring(SHOWN.length())));
                played.append(line).append('\n');
                if (line.startsWith("$ payweek")) {
                    played.append(run(line.substring(2)));
                }
            } else if (!console || file.isPresent()) {
                played.append(line).append('\n');
                if (file.isPresent()) {
                    Files.writeString(file.get(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
            }
        }
        return played.toString();
    }

    @Test
    void the_page_shows_what_its_commands_print() throws IOException {
        String played = played(Files.readString(PAGE));
        if (Boolean.getBoolean("payweek.write")) {
            Files.writeString(PAGE, played);
        }
        assertEquals(
                played,
                Files.readString(PAGE),
                "docs/FIRST_MONTH.md is not what happens; -Dpayweek.write=true writes it");
        assertTrue(commands >= 20, commands + " commands");
    }
}
