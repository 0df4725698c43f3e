package dev.payweek.statements.ofx;

import java.util.Optional;

/** What the bank's server said about the requests it answers; anything but 0 is an error to show. */
final class BankStatus {

    private String code = "0";
    private String severity = "";
    private Optional<Tag> problem = Optional.empty();

    /** Takes a leaf of a STATUS. CODE stands first and begins a new one. */
    void take(Tag tag) {
        switch (tag.name()) {
            case "CODE" -> {
                code = tag.text();
                severity = "";
            }
            case "SEVERITY" -> severity = tag.text();
            default -> {}
        }
        boolean isError = !code.matches("0*") && !severity.equalsIgnoreCase("INFO");
        boolean complete = tag.name().equals("SEVERITY") || tag.name().equals("MESSAGE");
        if (isError && complete) {
            String words = tag.name().equals("MESSAGE") ? ": " + tag.text() : ".";
            problem =
                    Optional.of(new Tag(tag.name(), false, "The bank answered with error " + code + words, tag.line()));
        }
    }

    /** Returns the last error, as a sentence, and where it stands. */
    Optional<Tag> problem() {
        return problem;
    }

    /** Returns why a file may hold no statement. */
    String message() {
        return problem.map(Tag::text)
                .map(text -> "The file holds no account statement. " + text)
                .orElse("The file holds no account statement;"
                        + " a statement begins with <STMTRS>, <CCSTMTRS> or <INVSTMTRS>.");
    }
}
