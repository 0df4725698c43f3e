package dev.payweek.statements.camt;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.StatementSink;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Follows the elements of a file and gives the accounts and entries they describe to the sink. */
final class CamtReader {

    private static final Set<String> STATEMENTS = Set.of("Stmt", "Rpt", "Ntfctn");

    private final Elements elements;
    private final StatementSink sink;
    private Optional<AccountStatement> statement = Optional.empty();
    private Optional<CamtEntry> entry = Optional.empty();
    private Optional<Balance> balance = Optional.empty();
    private int statements;

    CamtReader(Elements elements, StatementSink sink) {
        this.elements = elements;
        this.sink = sink;
    }

    void readAll() throws IOException {
        while (elements.next()) {
            if (elements.isBegin()) {
                begin(elements.name());
            } else {
                end(elements.name());
            }
        }
        if (statements == 0) {
            throw LedgerException.invalid(
                    "file",
                    "no_statement",
                    "The file holds no account statement; a statement begins with <Stmt>, <Rpt> or <Ntfctn>.");
        }
    }

    private void begin(String name) {
        if (STATEMENTS.contains(name) && statement.isEmpty()) {
            statements++;
            statement = Optional.of(new AccountStatement(name, elements.line(), sink));
        } else if (name.equals("Ntry") && statement.isPresent() && entry.isEmpty()) {
            entry = Optional.of(new CamtEntry(elements.line()));
        } else if (name.equals("TxDtls")) {
            entry.ifPresent(CamtEntry::beginPayment);
        } else if (name.equals("Bal") && entry.isEmpty()) {
            balance = Optional.of(new Balance());
        }
    }

    private void end(String name) {
        String text = elements.text();
        if (entry.isPresent()) {
            if (name.equals("Ntry")) {
                statement.ifPresent(open -> open.take(entry.get()));
                entry = Optional.empty();
            } else if (!text.isEmpty()) {
                takeOfEntry(entry.get(), text);
            }
        } else if (balance.isPresent()) {
            if (name.equals("Bal")) {
                statement.ifPresent(open -> open.take(balance.get()));
                balance = Optional.empty();
            } else if (!text.isEmpty()) {
                balance.get().take(elements.pathFrom("Bal"), text, elements.currency());
            }
        } else if (statement.isPresent()) {
            if (STATEMENTS.contains(name)) {
                statement.get().end(elements.line());
                statement = Optional.empty();
            } else if (!text.isEmpty()) {
                statement.get().takeOfAccount(elements.pathFrom("Acct"), text);
            }
        }
    }

    private void takeOfEntry(CamtEntry open, String text) {
        String inPayment = elements.pathFrom("TxDtls");
        if (inPayment.isEmpty()) {
            open.take(elements.pathFrom("Ntry"), text, elements.currency());
        } else {
            open.takeOfPayment(inPayment, text, elements.currency());
        }
    }
}
