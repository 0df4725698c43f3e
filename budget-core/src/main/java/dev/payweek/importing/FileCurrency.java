package dev.payweek.importing;

import dev.payweek.edit.LedgerView;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.statement.ImportReport.SkippedLine;
import dev.payweek.store.Kinds;
import java.math.BigInteger;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The currency that a file's rows have in the ledger, decided by its first rows. A ledger that holds no amounts yet
 * takes that of most of them. Where none names one and nobody has chosen, the country of an account's IBAN decides,
 * then the language of the headings, then what the ledger began with; and which it was is said.
 *
 * @param currency that of the ledger, from this import on
 * @param adopted whether the ledger had another
 * @param remark says that it is supposed, and by what
 */
record FileCurrency(Currency currency, boolean adopted, Optional<SkippedLine> remark) {

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final BigInteger CHECK = BigInteger.valueOf(97);

    /** Whoever has done more than this has seen the amounts. */
    private static final int CHANGES_OF_A_FRESH_LEDGER = 100;

    /** What speaks for a currency where none is named: the account's country, and by its language the file's. */
    record Hints(Optional<Currency> ofAccount, List<Currency> ofLanguage) {

        static final Hints NONE = new Hints(Optional.empty(), List.of());

        Hints withAccount(String id) {
            return ofAccount.isPresent() ? this : new Hints(ofIban(id), ofLanguage);
        }

        Hints withLanguage(List<Currency> currencies) {
            return new Hints(ofAccount, List.copyOf(currencies));
        }
    }

    static FileCurrency of(LedgerView view, List<IncomingRow> rows, Map<String, AccountImport> accounts, Hints hints) {
        Currency kept = view.settings().currency();
        Map<Currency, Integer> named = new LinkedHashMap<>();
        for (IncomingRow arrival : rows) {
            AccountImport account = accounts.get(arrival.account());
            arrival.row()
                    .currency()
                    .or(() -> account == null ? Optional.empty() : account.ownCurrency())
                    .ifPresent(currency -> named.merge(currency, 1, Integer::sum));
        }
        if (rows.isEmpty() || view.reader().holdsAmounts()) {
            return new FileCurrency(kept, false, Optional.empty());
        }
        if (named.isEmpty()) {
            return isChosen(view)
                    ? new FileCurrency(kept, false, Optional.empty())
                    : supposed(kept, rows.get(0).row().line(), hints);
        }
        // Of equals the first.
        Currency most = named.entrySet().stream()
                .reduce((first, next) -> next.getValue() > first.getValue() ? next : first)
                .orElseThrow()
                .getKey();
        return new FileCurrency(most, !most.equals(kept), Optional.empty());
    }

    private static FileCurrency supposed(Currency kept, int line, Hints hints) {
        Optional<Currency> ofAccount = hints.ofAccount();
        Optional<Currency> spoken = hints.ofLanguage().contains(kept)
                ? Optional.of(kept)
                : hints.ofLanguage().stream().findFirst();
        Currency currency = ofAccount.or(() -> spoken).orElse(kept);
        String why = ofAccount.isPresent()
                ? ", by the country of the account's IBAN"
                : spoken.isPresent() ? ", by how the file is written" : "";
        return new FileCurrency(
                currency,
                !currency.equals(kept),
                Optional.of(new SkippedLine(
                        line,
                        "No currency is named in the file; its amounts are taken as " + currency + why
                                + ". If they are in another, set the ledger's currency before the import, or answer"
                                + " which, such as currency=GBP.")));
    }

    /** Returns whether somebody, or a file that named one, has set the currency. */
    private static boolean isChosen(LedgerView view) {
        return view.reader().version() > CHANGES_OF_A_FRESH_LEDGER
                || view.reader().changesAfter(0, CHANGES_OF_A_FRESH_LEDGER).stream()
                        .flatMap(change -> change.edits().stream())
                        .filter(edit -> edit.kind().equals(Kinds.SETTINGS))
                        .anyMatch(edit -> !currency(edit.before()).equals(currency(edit.after())));
    }

    private static Optional<Currency> currency(Optional<?> settings) {
        return settings.map(LedgerSettings.class::cast).map(LedgerSettings::currency);
    }

    /** Returns the currency of the country of an IBAN whose check digits are right; its name may stand behind it. */
    private static Optional<Currency> ofIban(String account) {
        return Stream.of(account.replace(" ", ""), account.split(" ", 2)[0])
                .filter(iban -> IBAN.matcher(iban).matches() && isChecked(iban))
                .map(iban ->
                        new Locale.Builder().setRegion(iban.substring(0, 2)).build())
                .filter(country -> COUNTRIES.contains(country.getCountry()))
                .flatMap(country -> Optional.ofNullable(Currency.getInstance(country)).stream())
                .findFirst();
    }

    private static boolean isChecked(String iban) {
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(CHECK).equals(BigInteger.ONE);
    }
}
