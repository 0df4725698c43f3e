package dev.payweek.house;

import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Code that Javadoc shows as a block. A comment behind a statement tells the value of the statement, or of the variable
 * it declares, or {@code refused:} and the sentence it is refused with.
 *
 * @param place the file it stands in and its line
 * @param code its lines
 */
record Example(String place, List<String> code) {

    private static final String BEGIN = "<pre>{@code";
    private static final String END = "}</pre>";
    private static final Pattern TOLD = Pattern.compile("(.+;)\\s+// (.+)");
    private static final Pattern DECLARED = Pattern.compile("(?:var|[A-Z][\\w.]*(?:<[^=]*>)?) (\\w+) = .*");

    /** Returns the examples of a source. */
    static List<Example> in(String file, String source) {
        List<Example> found = new ArrayList<>();
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("* " + BEGIN)) {
                String place = file + ":" + (i + 1);
                List<String> code = lines.subList(i + 1, lines.size()).stream()
                        .takeWhile(line -> !line.contains("* " + END))
                        .map(line -> line.replaceFirst("^\\s*\\* ?", ""))
                        .toList();
                found.add(new Example(place, code));
            }
        }
        return found;
    }

    /** Compiles the examples together, runs each and returns what is wrong with them. */
    static List<String> faults(List<Example> examples, List<String> packages, Path folder) throws Exception {
        List<String> faults = compiled(program(examples, packages, folder), folder);
        if (!faults.isEmpty()) {
            return faults;
        }
        URL[] place = {folder.toUri().toURL()};
        try (var classes = new URLClassLoader(place, Example.class.getClassLoader())) {
            for (int i = 0; i < examples.size(); i++) {
                Given shown = (Given) classes.loadClass("Examples$Example" + i)
                        .getDeclaredConstructor()
                        .newInstance();
                try {
                    shown.show();
                } catch (Exception | AssertionError e) {
                    faults.add(examples.get(i).place() + " " + e);
                }
            }
        }
        return faults;
    }

    private static String program(List<Example> examples, List<String> packages, Path folder) {
        StringBuilder program = new StringBuilder();
        packages.forEach(one -> program.append("import ").append(one).append(".*;\n"));
        for (String one :
                List.of("java.io", "java.math", "java.nio.charset", "java.nio.file", "java.time", "java.util")) {
            program.append("import ").append(one).append(".*;\n");
        }
        program.append("import static dev.payweek.rule.When.*;\npublic final class Examples {\n");
        for (int i = 0; i < examples.size(); i++) {
            program.append("public static final class Example" + i + " extends dev.payweek.house.Given {\n");
            program.append("public void show() throws Exception {\n");
            examples.get(i)
                    .code()
                    .forEach(line -> program.append(statement(line)).append('\n'));
            program.append("}}\n");
        }
        String here = folder.toString().replace('\\', '/') + "/";
        return program.append("}\n").toString().replace("jdbc:sqlite:", "jdbc:sqlite:" + here);
    }

    private static String statement(String line) {
        Matcher told = TOLD.matcher(line);
        if (!told.matches()) {
            return line;
        }
        String code = told.group(1);
        Matcher declared = DECLARED.matcher(code);
        String comment = "\"" + told.group(2).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return declared.matches()
                ? code + " says(" + comment + ", () -> " + declared.group(1) + ");"
                : "says(" + comment + ", () -> " + code.substring(0, code.length() - 1) + ");";
    }

    private static List<String> compiled(String program, Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var source = new SimpleJavaFileObject(URI.create("string:///Examples.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return program;
            }
        };
        var found = new DiagnosticCollector<JavaFileObject>();
        List<String> options =
                List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
        compiler.getTask(new StringWriter(), null, found, options, null, List.of(source))
                .call();
        List<String> lines = program.lines().toList();
        return found.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(one -> one.getMessage(Locale.ROOT) + " in: "
                        + (one.getLineNumber() > 0 ? lines.get((int) one.getLineNumber() - 1) : "the program"))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
