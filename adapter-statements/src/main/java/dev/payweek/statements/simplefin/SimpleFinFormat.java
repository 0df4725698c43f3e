package dev.payweek.statements.simplefin;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementAccount;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statement.StatementSink;
import dev.payweek.statements.cell.Currencies;
import dev.payweek.statements.cell.DecimalMark;
import dev.payweek.statements.cell.WrittenAmount;
import dev.payweek.statements.text.JsonFile;
import dev.payweek.statements.text.StatementText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** Servers that do not know the day of a balance say that it is of the second 0. */
    private static final int EPOCH = 1970;

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
        return BEGINNING.matcher(StatementText.asciiHead(file, HEAD)).find() ? 100 : 0;
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
        forEachPart(text, new Transactions(accounts.found().iterator(), sink), sink);
        return List.of();
    }

    /** What is done with the accounts of a file. */
    private interface Part {
        void readAccounts(JsonFile json) throws IOException;

        default boolean wantsErrors() {
            return false;
        }
    }

    private static void forEachPart(StatementText text, Part part, StatementSink sink) throws IOException {
        try (JsonFile json = JsonFile.ofBank(text.open())) {
            json.read(name -> {
                if (name.equals("accounts") && json.isList()) {
                    part.readAccounts(json);
                } else if (part.wantsErrors() && (name.equals("errors") || name.equals("errlist")) && json.isList()) {
                    json.elements(() -> error(json, sink));
                }
            });
        }
    }

    /** Version 1 lists sentences, version 2 objects; what they say comes from afar and is cut to one line. */
    private static void error(JsonFile json, StatementSink sink) throws IOException {
        int line = json.line();
        String message = json.isObject() ? errorMessage(json) : text(json);
        String plain = message.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        sink.skipped(line, "The server says: " + plain.substring(0, Math.min(plain.length(), LONGEST_ERROR)));
    }

    private static String errorMessage(JsonFile json) throws IOException {
        Map<String, String> said = new HashMap<>();
        json.members(name -> {
            switch (name) {
                case "msg", "message" -> said.put("message", text(json));
                case "code" -> said.put("code", text(json));
                default -> {}
            }
        });
        return Stream.of("message", "code")
                .map(name -> said.getOrDefault(name, ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(JsonFile json) throws IOException {
        return json.isScalar() ? json.scalar() : "an error in a form unknown here";
    }

    /** The first pass: what each account is called. */
    private static final class Accounts implements Part {

        private final List<StatementAccount> found = new ArrayList<>();
        private boolean missing = true;

        @Override
        public void readAccounts(JsonFile json) throws IOException {
            missing = false;
            json.elements(() -> found.add(account(json)));
        }

        private static StatementAccount account(JsonFile json) throws IOException {
            Map<String, String> called = new HashMap<>();
            json.members(name -> {
                if (name.equals("id") || name.equals("currency")) {
                    called.put(name, json.scalar());
                }
            });
            return new StatementAccount(
                    Optional.ofNullable(called.get("id")).filter(id -> !id.isBlank()),
                    Currencies.of(called.getOrDefault("currency", "")));
        }

        boolean isMissing() {
            return missing;
        }

        List<StatementAccount> found() {
            return found;
        }
    }

    /** The second pass: the transactions, and what the server has to say. */
    private record Transactions(Iterator<StatementAccount> accounts, StatementSink sink) implements Part {

        @Override
        public boolean wantsErrors() {
            return true;
        }

        @Override
        public void readAccounts(JsonFile json) throws IOException {
            if (!accounts.hasNext()) {
                sink.skipped(json.line(), "The file holds no accounts.");
            }
            json.elements(() -> {
                sink.account(accounts.next());
                account(json);
            });
        }

        private void account(JsonFile json) throws IOException {
            int line = json.line();
            AtomicBoolean any = new AtomicBoolean();
            Map<String, String> held = new HashMap<>();
            json.members(name -> {
                if ((name.equals("balance") || name.equals("balance-date")) && json.isScalar()) {
                    held.put(name, json.scalar());
                } else if (name.equals("transactions") && json.isList()) {
                    json.elements(() -> {
                        SimpleFinTransaction.read(json).give(sink);
                        any.set(true);
                    });
                }
            });
            SimpleFinTransaction.day(held.getOrDefault("balance-date", ""))
                    .filter(day -> day.getYear() > EPOCH)
                    .ifPresent(day -> WrittenAmount.value(held.getOrDefault("balance", ""), DecimalMark.POINT)
                            .ifPresent(amount -> sink.balance(day, amount)));
            if (!any.get()) {
                sink.skipped(line, "This account has no transactions in the file.");
            }
        }
    }

    private static StatementText text(StatementFile file) throws IOException {
        return StatementText.of(file, List.of(), any -> 0);
    }
}
