package dev.payweek.statements.simplefin;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementAccount;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statement.StatementSink;
import dev.payweek.statements.cell.Currencies;
import dev.payweek.statements.json.JsonReader;
import dev.payweek.statements.text.StatementText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SimpleFIN account sets, versions 1 and 2 and the mixtures of both that servers send.
 *
 * <p>The day of a transaction is that of {@code posted} in UTC; one that is not posted yet is passed over, since the
 * posted one has another id. Errors that the server reports are passed on as remarks. An answer is never needed.
 *
 * <pre>{@code
 * new SimpleFinFormat().read(StatementFile.of("accounts.json", body), ReadOptions.NONE, sink);
 * }</pre>
 */
public final class SimpleFinFormat implements StatementFormat {

    private static final int HEAD = 1 << 14;
    private static final int LONGEST_ERROR = 300;
    private static final Pattern BEGINNING = Pattern.compile(
            "^\\s*\\{(?=.*\"accounts\"\\s*:)(?=.*\"(?:errors|errlist|connections|balance|balance-date)\"\\s*:)",
            Pattern.DOTALL);

    /** Creates the format. */
    public SimpleFinFormat() {}

    @Override
    public String name() {
        return "simplefin";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        return BEGINNING
                        .matcher(StatementText.ofHead(file, any -> 0).head(HEAD))
                        .find()
                ? 100
                : 0;
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, StatementSink sink) throws IOException {
        StatementText text = text(file);
        String start = text.head(HEAD).strip();
        if (start.startsWith("<")) {
            throw LedgerException.invalid(
                    "file",
                    "not_json",
                    "The file is a web page, not JSON; servers answer with one when they refuse access.");
        }
        Accounts accounts = new Accounts();
        forEachPart(text, accounts, sink);
        if (accounts.isMissing()) {
            throw LedgerException.invalid("file", "no_accounts", "The file has no member \"accounts\" with a list.");
        }
        forEachPart(text, new Transactions(accounts.found(), sink), sink);
        return List.of();
    }

    /** What is done with the accounts of a file. */
    private interface Part {
        void readAccounts(JsonReader json) throws IOException;

        default boolean wantsErrors() {
            return false;
        }
    }

    private static void forEachPart(StatementText text, Part part, StatementSink sink) throws IOException {
        try (JsonReader json = new JsonReader(text.open())) {
            json.begin('{');
            while (json.hasNext('}')) {
                String name = json.name();
                if (name.equals("accounts") && json.isAt('[')) {
                    part.readAccounts(json);
                } else if (part.wantsErrors() && (name.equals("errors") || name.equals("errlist")) && json.isAt('[')) {
                    errors(json, sink);
                } else {
                    json.skip();
                }
            }
            json.end();
        }
    }

    /** Version 1 lists sentences, version 2 objects; what they say comes from afar and is cut to one line. */
    private static void errors(JsonReader json, StatementSink sink) throws IOException {
        json.begin('[');
        while (json.hasNext(']')) {
            int line = json.line();
            String message = json.isAt('{') ? errorMessage(json) : json.isAt('[') ? unreadable(json) : json.scalar();
            String plain = message.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
            sink.skipped(line, "The server says: " + plain.substring(0, Math.min(plain.length(), LONGEST_ERROR)));
        }
    }

    private static String unreadable(JsonReader json) throws IOException {
        json.skip();
        return "an error in a form unknown here";
    }

    private static String errorMessage(JsonReader json) throws IOException {
        String message = "";
        String code = "";
        json.begin('{');
        while (json.hasNext('}')) {
            switch (json.name()) {
                case "msg", "message" -> message = json.isAt('{') || json.isAt('[') ? unreadable(json) : json.scalar();
                case "code" -> code = json.isAt('{') || json.isAt('[') ? unreadable(json) : json.scalar();
                default -> json.skip();
            }
        }
        return message.isEmpty() ? code : message;
    }

    /** The first pass: what each account is called. */
    private static final class Accounts implements Part {

        private final List<StatementAccount> found = new ArrayList<>();
        private boolean missing = true;

        @Override
        public void readAccounts(JsonReader json) throws IOException {
            missing = false;
            json.begin('[');
            while (json.hasNext(']')) {
                found.add(account(json));
            }
        }

        private static StatementAccount account(JsonReader json) throws IOException {
            String id = "";
            String currency = "";
            json.begin('{');
            while (json.hasNext('}')) {
                switch (json.name()) {
                    case "id" -> id = json.scalar();
                    case "currency" -> currency = json.scalar();
                    default -> json.skip();
                }
            }
            return new StatementAccount(Optional.of(id).filter(text -> !text.isBlank()), Currencies.of(currency));
        }

        boolean isMissing() {
            return missing;
        }

        List<StatementAccount> found() {
            return found;
        }
    }

    /** The second pass: the transactions, and what the server has to say. */
    private record Transactions(List<StatementAccount> accounts, StatementSink sink) implements Part {

        @Override
        public boolean wantsErrors() {
            return true;
        }

        @Override
        public void readAccounts(JsonReader json) throws IOException {
            int next = 0;
            json.begin('[');
            while (json.hasNext(']')) {
                sink.account(accounts.get(next));
                next++;
                account(json);
            }
            if (next == 0) {
                sink.skipped(json.line(), "The file holds no accounts.");
            }
        }

        private void account(JsonReader json) throws IOException {
            int line = json.line();
            boolean any = false;
            json.begin('{');
            while (json.hasNext('}')) {
                if (json.name().equals("transactions") && json.isAt('[')) {
                    json.begin('[');
                    while (json.hasNext(']')) {
                        SimpleFinTransaction.read(json).give(sink);
                        any = true;
                    }
                } else {
                    json.skip();
                }
            }
            if (!any) {
                sink.skipped(line, "This account has no transactions in the file.");
            }
        }
    }

    private static StatementText text(StatementFile file) throws IOException {
        return StatementText.of(file, List.of(), any -> 0);
    }
}
