package dev.payweek.statements.ofx;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementAccount;
import dev.payweek.statement.StatementSink;
import dev.payweek.statements.cell.Currencies;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/** Follows the tags of a file and gives the accounts and movements they describe to the sink. */
final class OfxReader {

    private static final Set<String> STATEMENTS = Set.of("STMTRS", "CCSTMTRS", "INVSTMTRS");
    private static final Set<String> ACCOUNTS = Set.of("BANKACCTFROM", "CCACCTFROM", "INVACCTFROM");
    /** Aggregates inside a movement whose leaves are not about it. */
    private static final Set<String> ASIDES = Set.of("BANKACCTTO", "CCACCTTO", "ORIGCURRENCY");

    private final TagScanner tags;
    private final StatementSink sink;
    private final Deque<String> open = new ArrayDeque<>();
    private final BankStatus status = new BankStatus();

    private Optional<Movement> movement = Optional.empty();
    private Optional<String> accountId = Optional.empty();
    private Optional<Currency> currency = Optional.empty();
    private Optional<BigDecimal> held = Optional.empty();
    private Optional<LocalDate> heldOn = Optional.empty();
    private boolean accountGiven;
    private int statements;
    private boolean ended;

    OfxReader(TagScanner tags, StatementSink sink) {
        this.tags = tags;
        this.sink = sink;
    }

    void readAll() throws IOException {
        Optional<Tag> next = tags.next();
        while (next.isPresent()) {
            Tag tag = next.get();
            if (tag.closing()) {
                close(tag);
            } else if (isAggregate(tag.name())) {
                open(tag);
            } else {
                leaf(tag);
            }
            next = tags.next();
        }
        end();
    }

    private void open(Tag tag) {
        if (tag.name().equals("STMTTRN")) {
            // SGML lets nobody leave out the closing tag of an aggregate, but some do.
            finishMovement();
            giveAccount();
            movement = Optional.of(new Movement(tag.line()));
        } else if (STATEMENTS.contains(tag.name())) {
            finishMovement();
            giveBalance();
            open.clear();
            statements++;
            accountId = Optional.empty();
            currency = Optional.empty();
            accountGiven = false;
        } else if (tag.name().equals("STMTTRNP")) {
            sink.skipped(tag.line(), "A pending movement, not booked yet.");
        } else if (tag.name().equals("INVTRAN")) {
            sink.skipped(tag.line(), "A security transaction; only cash movements are imported.");
        }
        open.push(tag.name());
    }

    private void close(Tag tag) {
        if (tag.name().equals("STMTTRN") || tag.name().equals("BANKTRANLIST")) {
            finishMovement();
        } else if (STATEMENTS.contains(tag.name())) {
            finishMovement();
            if (!accountGiven) {
                giveAccount();
                sink.skipped(tag.line(), "The statement of this account holds no cash movements.");
            }
            giveBalance();
        } else if (tag.name().equals("OFX")) {
            ended = true;
        }
        if (open.contains(tag.name())) {
            while (!open.pop().equals(tag.name())) {
                // Aggregates inside that were never closed end with it.
            }
        }
    }

    private void leaf(Tag tag) {
        String inside = open.isEmpty() ? "" : open.peek();
        if (inside.equals("STATUS")) {
            status.take(tag);
        } else if (inside.equals("LEDGERBAL") && tag.name().equals("BALAMT")) {
            held = Movement.amount(tag.text());
        } else if (inside.equals("LEDGERBAL") && tag.name().equals("DTASOF")) {
            heldOn = Movement.day(tag.text());
        } else if (movement.isPresent()) {
            if (!ASIDES.contains(inside)) {
                movement.get().take(tag.name(), tag.text());
            }
        } else if (tag.name().equals("ACCTID") && ACCOUNTS.contains(inside) && accountId.isEmpty()) {
            accountId = Optional.of(tag.text()).filter(id -> !id.isEmpty());
        } else if (tag.name().equals("CURDEF")) {
            currency = Currencies.of(tag.text());
        }
    }

    private void finishMovement() {
        movement.ifPresent(finished -> finished.give(sink));
        movement = Optional.empty();
    }

    private void giveAccount() {
        if (!accountGiven) {
            sink.account(new StatementAccount(accountId, currency));
            accountGiven = true;
        }
    }

    private void giveBalance() {
        if (accountGiven && held.isPresent() && heldOn.isPresent()) {
            sink.balance(heldOn.get(), held.get());
        }
        held = Optional.empty();
        heldOn = Optional.empty();
    }

    private void end() {
        giveBalance();
        movement.ifPresent(cutOff -> sink.rejected(new RejectedRow(
                cutOff.line(), "", "truncated", "The file ends in the middle of this movement; it may be cut off.")));
        boolean sawMovements = movement.isPresent() || accountGiven;
        if (statements == 0 && !sawMovements) {
            throw LedgerException.invalid("file", "no_statement", status.message());
        }
        if (!sawMovements) {
            giveAccount();
        }
        status.problem().ifPresent(problem -> sink.skipped(problem.line(), problem.text()));
        if (!ended) {
            sink.skipped(tags.line(), "The file ends without its closing tag; it may be cut off.");
        }
    }

    private static boolean isAggregate(String name) {
        return name.equals("STMTTRN")
                || name.equals("STMTTRNP")
                || name.equals("STATUS")
                || name.equals("INVTRAN")
                || name.equals("CURRENCY")
                || name.equals("LEDGERBAL")
                || name.equals("AVAILBAL")
                || STATEMENTS.contains(name)
                || ACCOUNTS.contains(name)
                || ASIDES.contains(name);
    }
}
