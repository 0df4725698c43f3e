package dev.payweek.statements.csv;

import dev.payweek.statements.cell.Currencies;
import dev.payweek.statements.cell.WrittenAmount;
import dev.payweek.statements.cell.WrittenDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the cells of one column look like in the beginning of a file. */
final class ColumnProfile {

    private static final String DASH = "-";

    /** An IBAN, a BIC, or digits in groups, some of which may be masked. */
    private static final Pattern ACCOUNT_NUMBER =
            Pattern.compile("[A-Z]{2}\\d{2}[ A-Z0-9]{8,40}|[0-9xX*•][-0-9xX*• /]{6,}|\\d{4}\\.\\d{2}\\.\\d{5}");

    private static final Pattern BANK_CODE = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?");

    private static final int MOST_STATES = 6;

    private int filled;
    private int dates;
    private int amounts;
    private int markedAmounts;
    private int signedAmounts;
    private int negativeAmounts;
    private int currencies;
    private int ways;
    private int pluses;
    private int dashes;
    private int letters;
    private int accountNumbers;
    private int bankCodes;
    private int length;
    private final Set<String> values = new HashSet<>();

    private ColumnProfile() {}

    static ColumnProfile of(List<CsvRow> rows, int column) {
        ColumnProfile profile = new ColumnProfile();
        rows.forEach(row -> profile.see(row.cell(column)));
        return profile;
    }

    private void see(String cell) {
        if (cell.isEmpty() || cell.equals(DASH) || isRule(cell)) {
            dashes += cell.equals(DASH) ? 1 : 0;
            return;
        }
        filled++;
        pluses += cell.equals("+") ? 1 : 0;
        values.add(cell);
        length += cell.length();
        accountNumbers += isAccountNumber(cell) ? 1 : 0;
        bankCodes += BANK_CODE.matcher(cell).matches() ? 1 : 0;
        if (Currencies.of(cell).isPresent()) {
            currencies++;
        }
        if (Direction.of(cell).isPresent()) {
            ways++;
        }
        if (WrittenDate.of(cell).isPresent()) {
            dates++;
            return;
        }
        Optional<WrittenAmount> amount = WrittenAmount.of(cell).filter(found -> !found.isCode());
        if (amount.isPresent()) {
            amounts++;
            markedAmounts += amount.get().isMarked() ? 1 : 0;
            signedAmounts += amount.get().explicitSign() ? 1 : 0;
            negativeAmounts += amount.get().negative() ? 1 : 0;
        } else {
            // A sign of Chinese or Japanese is a word rather than a letter.
            letters += cell.chars()
                    .filter(Character::isLetter)
                    .map(c -> Character.isIdeographic(c) ? 3 : 1)
                    .sum();
        }
    }

    /** A row of asterisks or dashes parts a table. */
    private static boolean isRule(String cell) {
        return cell.length() > 1 && cell.chars().allMatch(c -> c == '*' || c == '-' || c == '=' || c == '_');
    }

    int filled() {
        return filled;
    }

    boolean holdsDates() {
        return dates > 0 && dates * 2 >= filled;
    }

    boolean holdsAmounts() {
        return amounts > 0 && amounts * 2 >= filled;
    }

    /** Returns whether all that is not an amount is one word, such as {@code n/a}, which says that there is none. */
    boolean holdsAmountsOrAWord() {
        return holdsAmounts()
                || (amounts > 0
                        && values.stream()
                                        .filter(value -> WrittenAmount.of(value).isEmpty())
                                        .count()
                                <= 1);
    }

    /** Returns whether the amounts are written as money is, with decimals or signs, and are no mere numbers. */
    boolean holdsMoney() {
        return holdsAmounts() && (markedAmounts > 0 || signedAmounts > 0);
    }

    boolean holdsSigns() {
        return holdsAmounts() && signedAmounts > 0;
    }

    boolean holdsNegatives() {
        return holdsAmounts() && negativeAmounts > 0;
    }

    boolean holdsCurrencies() {
        return currencies > 0 && currencies * 5 >= filled * 4;
    }

    /** A dash mostly says that there is nothing, but beside a plus it is the minus. */
    boolean holdsWays() {
        int minuses = pluses > 0 ? dashes : 0;
        boolean most = (ways + minuses) * 5 >= (filled + minuses) * 4;
        // Beside both ways there may be a word for neither, as for money moved between own accounts.
        boolean few = values.size() <= MOST_STATES && (ways + minuses) * 2 >= filled + minuses && holdsBothWays();
        return ways > 0 && (most || few);
    }

    /** Returns whether both ways occur. */
    boolean holdsBothWays() {
        boolean out = pluses > 0 && dashes > 0;
        return out
                || values.stream()
                                .flatMap(value -> Direction.of(value).stream())
                                .distinct()
                                .count()
                        == 2;
    }

    /** Returns whether these are the states of movements: one that is not booked is enough, or most that are. */
    boolean holdsStates() {
        return !values.isEmpty()
                && values.size() <= MOST_STATES
                && (values.stream().anyMatch(value -> Vocabulary.PENDING.is(value) || Vocabulary.CANCELLED.is(value))
                        || values.stream().filter(ColumnProfile::isBooked).count() * 2 >= values.size());
    }

    /** Sent and received, paid and paid in are ways of money rather than states. */
    private static boolean isBooked(String value) {
        return Vocabulary.BOOKED.is(value) && Direction.of(value).isEmpty();
    }

    boolean holdsWords() {
        return letters > 2 * filled && !holdsDates() && !holdsAmounts() && !holdsCurrencies();
    }

    /** Returns whether a cell is the number of an account or card; a word has fewer digits than that. */
    static boolean isAccountNumber(String cell) {
        boolean may = cell.length() > 6 && cell.charAt(2) < 'A' && cell.charAt(3) < 'A';
        return (may || cell.startsWith("x") || cell.startsWith("X") || cell.startsWith("•"))
                && ACCOUNT_NUMBER.matcher(cell).matches();
    }

    boolean holdsAccountNumbers() {
        // Where cards have no number, the other rows' numbers are numbers all the same; a name may look like a bank's
        // code.
        return accountNumbers + bankCodes > 0
                && (accountNumbers * 2 >= filled || (accountNumbers + bankCodes) * 5 >= filled * 4);
    }

    boolean holdsTimes() {
        return !values.isEmpty() && values.stream().allMatch(value -> value.matches("\\d{1,2}:\\d{2}.*"));
    }

    int averageLength() {
        return filled == 0 ? 0 : length / filled;
    }

    boolean isConstant() {
        return values.size() <= 1;
    }

    Set<String> values() {
        return values;
    }
}
