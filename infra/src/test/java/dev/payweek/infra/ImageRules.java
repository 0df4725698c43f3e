package dev.payweek.infra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must hold for the Lambda image's Dockerfile, on any base; that it can be built is shown beside the function. */
final class ImageRules {
    private static final Pattern HANDLER = Pattern.compile("\\[\"([\\w.]+)::(\\w+)\"]");

    private static final List<String> KNOWN = List.of("ARG", "FROM", "WORKDIR", "COPY", "RUN", "ENTRYPOINT", "CMD");

    private static final List<String> TAKEN =
            List.of("adapter-lambda/target/payweek-lambda.jar", "infra/lambda/java.args", "infra/lambda/classes.txt");

    private ImageRules() {}

    /** One instruction: its word and the rest of its line. */
    record Instruction(String word, String rest) {}

    static List<Instruction> instructions(String dockerfile) {
        return dockerfile
                .replaceAll("\\\\\n", " ")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> {
                    int blank = line.indexOf(' ');
                    return blank < 0
                            ? new Instruction(line, "")
                            : new Instruction(
                                    line.substring(0, blank),
                                    line.substring(blank + 1).strip());
                })
                .toList();
    }

    /** The paths that COPY instructions take from the working tree. */
    static List<String> copied(String dockerfile) {
        List<String> sources = new ArrayList<>();
        for (Instruction copy : words("COPY", instructions(dockerfile))) {
            List<String> parts = Arrays.asList(copy.rest().split("\\s+", -1));
            sources.addAll(parts.subList(0, parts.size() - 1));
        }
        return sources;
    }

    static List<String> faults(String dockerfile) {
        List<String> faults = new ArrayList<>();
        List<Instruction> all = instructions(dockerfile);
        for (Instruction instruction : all) {
            if (!KNOWN.contains(instruction.word())) {
                faults.add("nobody knows " + instruction.word() + " here");
            }
        }
        if (all.size() < 2
                || !all.get(0).equals(new Instruction("ARG", "BASE_IMAGE"))
                || !all.get(1).equals(new Instruction("FROM", "${BASE_IMAGE}"))) {
            faults.add("FROM takes an argument without default");
        }
        if (words("FROM", all).size() != 1) {
            faults.add("there is one FROM");
        }
        List<Instruction> commands = words("CMD", all);
        if (commands.size() != 1) {
            faults.add("there is one CMD");
        }
        for (Instruction command : commands) {
            Matcher handler = HANDLER.matcher(command.rest());
            if (!handler.matches() || !handler.group(1).equals("dev.payweek.lambda.PayweekHandler")) {
                faults.add("CMD names the handler, as a list");
            }
        }
        for (String source : copied(dockerfile)) {
            if (!TAKEN.contains(source)) {
                faults.add("the build makes no " + source);
            }
        }
        if (!all.contains(new Instruction("WORKDIR", "/var/task"))) {
            faults.add("everything lies in /var/task");
        }
        if (!all.contains(new Instruction("ENTRYPOINT", "[\"java\", \"@/var/task/java.args\"]"))) {
            faults.add("Java is started as the archive was made");
        }
        if (!all.contains(new Instruction(
                "RUN", "[\"java\", \"-Xshare:dump\", \"-XX:SharedClassListFile=classes.txt\", \"@java.args\"]"))) {
            faults.add("the archive is made by the image's own Java");
        }
        return faults;
    }

    private static List<Instruction> words(String word, List<Instruction> all) {
        return all.stream().filter(one -> one.word().equals(word)).toList();
    }
}
