package dev.payweek.statements.move;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.MoveSink;
import dev.payweek.statement.MovedTransaction;
import dev.payweek.statement.MovedTransaction.Kind;
import dev.payweek.statement.RejectedRow;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The accounts and transactions of a book of GnuCash. What an account is, its type says, in whatever language. */
final class GnucashBook {

    private static final XMLInputFactory FACTORY = factory();
    private static final Pattern FRACTION = Pattern.compile("(-?\\d{1,18})/(\\d{1,9})");
    private static final int LONGEST_TEXT = 4_096;
    private static final int DEEPEST = 100;
    private static final int MOST_DECIMALS = 10;

    /** An account by its name, what it is, and the one it lies in. */
    private record Account(String name, String type, String parent) {}

    private final XMLStreamReader xml;
    private final MoveSink sink;
    private final Map<String, Account> accounts = new HashMap<>();

    GnucashBook(InputStream in, MoveSink sink) {
        this.sink = sink;
        try {
            xml = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private static LedgerException broken(XMLStreamException e) {
        return new LedgerException(Reason.INVALID, "The file is broken XML: " + e.getMessage(), e);
    }

    /** Accounts come before the transactions; what stands in templates is planned and has not happened. */
    void read() {
        try {
            int templates = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                boolean opens = event == XMLStreamConstants.START_ELEMENT;
                if (!opens && event != XMLStreamConstants.END_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("template-transactions")) {
                    templates += opens ? 1 : -1;
                } else if (opens && templates == 0 && xml.getLocalName().equals("account") && hasPrefix("gnc")) {
                    account(fields());
                } else if (opens && templates == 0 && xml.getLocalName().equals("transaction")) {
                    transaction();
                }
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private boolean hasPrefix(String prefix) {
        return prefix.equals(xml.getPrefix());
    }

    /** Returns the texts within the element that begins here, by the names on the way to them. */
    private Map<String, String> fields() throws XMLStreamException {
        Map<String, String> fields = new HashMap<>();
        StringBuilder path = new StringBuilder();
        StringBuilder text = new StringBuilder();
        int depth = 0;
        while (depth >= 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth > DEEPEST) {
                    throw LedgerException.invalid("file", "broken", "The file nests deeper than any book.");
                }
                path.append('/').append(xml.getLocalName());
                text.setLength(0);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                String more = xml.getText();
                text.append(more, 0, Math.min(more.length(), LONGEST_TEXT - text.length()));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (depth > 0) {
                    fields.putIfAbsent(path.toString(), text.toString().strip());
                    path.setLength(path.lastIndexOf("/"));
                    text.setLength(0);
                }
                depth--;
            }
        }
        return fields;
    }

    private void account(Map<String, String> fields) {
        Account account = new Account(
                fields.getOrDefault("/name", ""), fields.getOrDefault("/type", ""), fields.getOrDefault("/parent", ""));
        accounts.put(fields.getOrDefault("/id", ""), account);
    }

    private void transaction() throws XMLStreamException {
        int line = xml.getLocation().getLineNumber();
        Map<String, String> own = new HashMap<>();
        MovedTransaction moved = MovedTransaction.of(line, LocalDate.EPOCH, "");
        Optional<String> problem = Optional.empty();
        int depth = 0;
        StringBuilder text = new StringBuilder();
        String outer = "";
        while (depth >= 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("split")) {
                Map<String, String> split = fields();
                Optional<BigDecimal> value = fraction(split.getOrDefault("/value", ""));
                if (value.isEmpty()) {
                    problem = Optional.of("\"" + split.getOrDefault("/value", "") + "\" is no amount.");
                } else {
                    moved = with(moved, split.getOrDefault("/account", ""), value.get());
                }
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                outer = depth == 0 ? xml.getLocalName() : outer;
                depth++;
                text.setLength(0);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                String more = xml.getText();
                text.append(more, 0, Math.min(more.length(), LONGEST_TEXT - text.length()));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (depth > 0) {
                    own.putIfAbsent(
                            depth == 1 ? xml.getLocalName() : outer + "/" + xml.getLocalName(),
                            text.toString().strip());
                    text.setLength(0);
                }
                depth--;
            }
        }
        give(line, own, moved, problem);
    }

    private void give(int line, Map<String, String> own, MovedTransaction moved, Optional<String> problem) {
        String date = own.getOrDefault("date-posted/date", "");
        if (problem.isPresent()) {
            sink.rejected(new RejectedRow(line, "amount", "bad_amount", problem.get()));
            return;
        }
        try {
            LocalDate day = LocalDate.parse(date.substring(0, Math.min(date.length(), 10)));
            MovedTransaction dated = new MovedTransaction(
                    line,
                    day,
                    own.getOrDefault("description", ""),
                    "",
                    own.getOrDefault("currency/id", ""),
                    moved.postings());
            if (!dated.postings().isEmpty()) {
                sink.transaction(dated);
            }
        } catch (DateTimeParseException e) {
            sink.rejected(new RejectedRow(line, "date", "bad_date", "\"" + date + "\" is no day."));
        }
    }

    private MovedTransaction with(MovedTransaction moved, String id, BigDecimal value) {
        Account account = accounts.get(id);
        if (account == null) {
            return moved.with(Kind.EQUITY, "", value);
        }
        Kind kind = switch (account.type()) {
            case "INCOME" -> Kind.INCOME;
            case "EXPENSE" -> Kind.SPENDING;
            case "EQUITY", "TRADING", "ROOT" -> Kind.EQUITY;
            default -> Kind.ACCOUNT;
        };
        return moved.with(kind, path(account), value);
    }

    /** The names from below the outermost account of its kind; that one is only a heading, such as Assets. */
    private String path(Account account) {
        StringBuilder path = new StringBuilder(account.name());
        Account at = account;
        Account above = accounts.get(at.parent());
        for (int level = 0; level < DEEPEST && above != null && !above.type().equals("ROOT"); level++) {
            Account next = accounts.get(above.parent());
            boolean heading = next == null || next.type().equals("ROOT");
            if (!heading) {
                path.insert(0, above.name() + ":");
            }
            above = next;
        }
        return path.toString();
    }

    private static Optional<BigDecimal> fraction(String written) {
        Matcher parts = FRACTION.matcher(written);
        if (!parts.matches() || new BigDecimal(parts.group(2)).signum() == 0) {
            return Optional.empty();
        }
        BigDecimal exact = new BigDecimal(parts.group(1))
                .divide(new BigDecimal(parts.group(2)), MOST_DECIMALS, RoundingMode.HALF_EVEN);
        return Optional.of(exact.stripTrailingZeros());
    }
}
