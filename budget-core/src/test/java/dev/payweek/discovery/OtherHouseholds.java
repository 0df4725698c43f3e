package dev.payweek.discovery;

import dev.payweek.category.Categories;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.money.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * Households by other assumptions than {@link HouseholdMaker}'s: one account, a bank's long texts with mandates, dates
 * and terminals in them, pay with overtime, a thirteenth salary and months without, a renamed employer, energy with a
 * yearly settlement, phone bills that are fixed but for some months, debits that came back and came again.
 */
final class OtherHouseholds {

    private static final String GIRO = "giro";
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("ddMMyy", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT);

    /** How a bank writes: N the name, R a number that is never the same, C one that always is, D a day, M a month. */
    private record Bank(
            String currency, String pay, String debit, String order, String card, List<String> names, String family) {}

    private static final List<Bank> BANKS = List.of(
            new Bank(
                    "EUR",
                    "GUTSCHRIFT N SVWZ+LOHN GEHALT M EREF+R",
                    "SEPA-BASISLASTSCHRIFT N EREF: R MREF: C CRED: DE98ZZZ09999999999 SVWZ: VERTRAG C ABSCHLAG M",
                    "DAUERAUFTRAG N MIETE M WOHNUNG 3",
                    "VISA N //BERLIN/DE D UM 14.22 UHR TERMINAL R",
                    List.of(
                            "Zeppelin Maschinenbau",
                            "Ostring Hausbau",
                            "Nordlicht Strom",
                            "Funkturm Mobil",
                            "Rheinsicher Versicherung",
                            "Lesefux Abo",
                            "Muskelwerk Studio",
                            "Wasserverband Spree",
                            "Kaufhof Galeria",
                            "Biomarkt Sonne",
                            "Tankhaus Mitte",
                            "Buchladen Eule",
                            "Lokal Wirtshaus"),
                    "FAMILIENKASSE KINDERGELD KG C"),
            new Bank(
                    "GBP",
                    "N BACS REF R",
                    "N DIRECT DEBIT REF C",
                    "STANDING ORDER N D",
                    "POS N LEEDS GB CARD 1881 ON D",
                    List.of(
                            "Meridian Services",
                            "Castle Lettings",
                            "Brook Energy",
                            "Talkwell Mobile",
                            "Harbour Insurance",
                            "Papertrail Digital",
                            "Ironbell Gym",
                            "Yorkdale Water",
                            "Greengrocer Pantry",
                            "Farmfoods Corner",
                            "Petrol Junction",
                            "Bookend Shop",
                            "Plough Tavern"),
                    "HMRC CHILD BENEFIT C"),
            new Bank(
                    "EUR",
                    "VIR SEPA RECU /DE N /MOTIF SALAIRE M /REF R",
                    "PRLV SEPA N ECH/D ID EMETTEUR/FR12ZZZ123456 MDT/C REF/R",
                    "VIR PERM N LOYER M",
                    "CB N FACT D PARIS 11",
                    List.of(
                            "Atelier Lumiere",
                            "Regie Bellevue",
                            "Energie Verte",
                            "Telecom Azur",
                            "Mutuelle Horizon",
                            "Presse Libre",
                            "Salle Olympe",
                            "Eau Vallee",
                            "Epicerie Centrale",
                            "Marche Frais",
                            "Station Soleil",
                            "Librairie Plume",
                            "Bistrot Zinc"),
                    "VIR CAF ALLOCATIONS C"));

    private final long seed;
    private final Random random;
    private final Bank bank;
    private final Currency currency;
    private final LocalDate first;
    private final LocalDate last;
    private final Set<LocalDate> holidays;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Truth> truths = new ArrayList<>();
    private final List<List<Long>> returned = new ArrayList<>();

    OtherHouseholds(long seed) {
        this.seed = seed;
        this.random = new Random(seed * 31 + 7);
        this.bank = BANKS.get(random.nextInt(BANKS.size()));
        this.currency = Money.currency(bank.currency());
        this.first = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(500));
        this.last = first.plusDays(270 + random.nextInt(450));
        this.holidays = Holidays.of(currency, first, last);
    }

    Household make() {
        pay();
        benefit();
        bills();
        noise();
        Collections.shuffle(entries, random);
        return new Household(seed, currency, last, entries, truths, List.of(), returned);
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private String text(String template, String name, LocalDate day, int constant) {
        StringBuilder text = new StringBuilder();
        for (String word : template.split(" ")) {
            String said = switch (word) {
                case "N" -> name.toUpperCase(Locale.ROOT);
                case "R", "EREF+R", "REF/R" -> word.substring(0, word.length() - 1) + (100000 + random.nextInt(900000));
                case "C", "MDT/C" -> word.substring(0, word.length() - 1) + constant;
                case "D", "ECH/D" -> word.substring(0, word.length() - 1) + day.format(SHORT);
                case "M" -> day.format(MONTH);
                default -> word;
            };
            text.append(text.isEmpty() ? "" : " ").append(said);
        }
        return text.toString();
    }

    private long add(LocalDate day, long amount, String text, boolean in) {
        long id = entries.size() + 1L;
        EntryDetails details = EntryDetails.of(day, Money.ofMinor(amount, currency), text)
                .withBankText(text)
                .withAccount(GIRO);
        entries.add(in ? Income.of(id, 1, details) : Expense.of(id, 1, details, Categories.OTHER, Provenance.DEFAULT));
        return id;
    }

    private LocalDate open(LocalDate day, int step) {
        boolean open = day.getDayOfWeek().getValue() < 6 && !holidays.contains(day);
        return open ? day : open(day.plusDays(step), step);
    }

    private List<LocalDate> months(int every, Function<YearMonth, LocalDate> day) {
        List<LocalDate> days = new ArrayList<>();
        YearMonth end = YearMonth.from(last).plusMonths(4L * every);
        for (YearMonth month = YearMonth.from(first); !month.isAfter(end); month = month.plusMonths(every)) {
            days.add(day.apply(month));
        }
        return days;
    }

    private static LocalDate in(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    private void pay() {
        String name = bank.names().get(0);
        List<LocalDate> days = paydays();
        Truth truth = new Truth(Truth.What.PAY, name);
        truth.least = 5;
        boolean overtime = oneIn(2);
        boolean leave = oneIn(6);
        LocalDate away = first.plusDays(100L + random.nextInt(60));
        LocalDate renamed = oneIn(5) ? first.plusDays(150) : LocalDate.MAX;
        long base = 90_000L + random.nextInt(200_000);
        for (LocalDate day : days) {
            boolean absent = leave && day.isAfter(away) && day.isBefore(away.plusDays(70));
            long amount = overtime ? base + random.nextInt((int) (base / 12)) : base;
            String called = day.isBefore(renamed) ? name : name + " Holding";
            pays(truth, day, amount, text(bank.pay(), called, day, 0), absent);
            if (!absent && day.getMonthValue() == 11 && !day.isAfter(last) && oneIn(2)) {
                add(day, base * 9 / 10, text(bank.pay(), name, day, 0), true);
            }
        }
        truths.add(truth);
    }

    private List<LocalDate> paydays() {
        return switch (random.nextInt(6)) {
            case 0 -> months(1, month -> open(month.atEndOfMonth(), -1));
            case 1 -> {
                List<LocalDate> days = months(1, month -> open(month.atDay(15), -1));
                days.addAll(months(1, month -> open(month.atEndOfMonth(), -1)));
                Collections.sort(days);
                yield days;
            }
            case 2 -> every(28);
            case 3 -> months(1, month -> month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.FRIDAY)));
            case 4 -> every(7);
            default -> {
                int day = 23 + random.nextInt(5);
                yield months(1, month -> open(in(month, day), -1));
            }
        };
    }

    private List<LocalDate> every(int days) {
        List<LocalDate> found = new ArrayList<>();
        LocalDate start =
                first.with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY)).plusDays(7L * random.nextInt(2));
        for (LocalDate day = start; day.isBefore(last.plusDays(4L * days)); day = day.plusDays(days)) {
            found.add(day);
        }
        return found;
    }

    private void pays(Truth truth, LocalDate day, long amount, String text, boolean absent) {
        if (day.isBefore(first)) {
            return;
        }
        if (day.isAfter(last)) {
            truth.next.add(day);
            return;
        }
        truth.planned.add(day);
        if (!absent) {
            truth.ids.add(add(day, amount, text, truth.what == Truth.What.PAY));
            truth.days.add(day);
            truth.amounts.add(amount);
        }
    }

    /** Money from the state: regular, and for the plan as good as pay. */
    private void benefit() {
        if (oneIn(2)) {
            Truth truth = new Truth(Truth.What.PAY, bank.family());
            truth.least = 4;
            int constant = 100_000 + random.nextInt(900_000);
            int day = 4 + random.nextInt(15);
            for (LocalDate due : months(1, month -> open(in(month, day), 1))) {
                pays(truth, due, 25_500, text(bank.family(), "", due, constant), false);
            }
            truths.add(truth);
        }
    }

    private void bills() {
        bill(1, bank.order(), 1, 1 + random.nextInt(5), 65_000 + random.nextInt(60_000), 0);
        bill(2, bank.debit(), pick(1, 1, 2), 1 + random.nextInt(28), 6_000 + random.nextInt(9_000), 1);
        bill(3, bank.debit(), 1, 1 + random.nextInt(28), 1_999, 2);
        bill(4, bank.debit(), pick(1, 3, 6), 1 + random.nextInt(28), 4_000 + random.nextInt(20_000), 0);
        bill(5, bank.debit(), 1, 1 + random.nextInt(28), 999, 3);
        bill(6, bank.debit(), 1, 1 + random.nextInt(28), 2_490, 4);
        bill(7, bank.debit(), 3, 1 + random.nextInt(28), 3_000 + random.nextInt(4_000), 5);
    }

    private int pick(int... of) {
        return of[random.nextInt(of.length)];
    }

    /**
     * A bill.
     *
     * @param kind 0 fixed, 1 an instalment with a yearly settlement, 2 fixed but for some months, 3 dearer twice, 4
     *     sometimes returned and taken again, 5 never the same
     */
    private void bill(int who, String template, int every, int day, long price, int kind) {
        Truth truth = new Truth(Truth.What.BILL, bank.names().get(who).toUpperCase(Locale.ROOT));
        truth.least = 4;
        int constant = 1_000_000 + random.nextInt(9_000_000);
        long amount = price;
        int nth = 0;
        for (LocalDate due : months(every, month -> open(in(month, day), 1))) {
            nth++;
            if (kind == 3 && nth % 6 == 0) {
                amount += 100;
                changed(truth, due);
            }
            long paid = kind == 5
                    ? amount + random.nextInt((int) amount / 3)
                    : kind == 2 && oneIn(4) ? amount + 50 + random.nextInt(900) : amount;
            pays(truth, due, paid, text(template, truth.name, due, constant), false);
            if (kind == 1 && nth == 7 && due.plusDays(10).isBefore(last)) {
                add(due.plusDays(10), amount * 2 + 1_234, text(template, truth.name, due, constant), false);
                amount += 700;
                changed(truth, open(in(YearMonth.from(due).plusMonths(every), day), 1));
            }
            if (kind == 4 && oneIn(8) && due.plusDays(8).isBefore(last) && !due.isBefore(first)) {
                long back = add(due.plusDays(2), paid, text(template, truth.name, due, constant) + " RETURNED", true);
                returned.add(List.of(truth.ids.get(truth.ids.size() - 1), back));
                add(due.plusDays(7), paid, text(template, truth.name, due, constant), false);
            }
        }
        truths.add(truth);
    }

    private void changed(Truth truth, LocalDate since) {
        if (since.isAfter(first.plusDays(70)) && since.isBefore(last.minusDays(70))) {
            truth.changes.add(since);
        }
    }

    private void noise() {
        for (int who = 8; who < bank.names().size(); who++) {
            int each = pick(2, 4, 9, 17, 40);
            boolean oneSum = who == 8;
            for (LocalDate day = first.plusDays(random.nextInt(9));
                    !day.isAfter(last);
                    day = day.plusDays(1 + random.nextInt(2 * each))) {
                long amount = oneSum && oneIn(2) ? 320 : 250 + random.nextInt(7_000);
                add(day, amount, text(bank.card(), bank.names().get(who), day, 0), false);
            }
        }
    }
}
