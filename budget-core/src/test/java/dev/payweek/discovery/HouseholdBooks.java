package dev.payweek.discovery;

import dev.payweek.category.Categories;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** What a made-up household's entries are made with: its country, its days, its accounts. */
abstract class HouseholdBooks {

    static final String CHECKING = "checking";
    static final String CARD = "card";
    static final String SAVINGS = "savings";

    final long seed;
    final Random random;
    final double hard;
    final Country country;
    final Currency currency;
    final LocalDate first;
    final LocalDate last;
    final Set<LocalDate> holidays;
    final boolean weekendBooking;
    final List<Entry> entries = new ArrayList<>();
    final List<Truth> truths = new ArrayList<>();
    final List<List<Long>> transfers = new ArrayList<>();
    final List<List<Long>> refunds = new ArrayList<>();
    long nextId = 1;

    /** A household in which each difficulty is present with the given chance. */
    HouseholdBooks(long seed, double hard) {
        this.seed = seed;
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 77);
        this.hard = hard;
        this.country = pick(Country.ALL);
        this.currency = Money.currency(country.currency());
        int months = 6 + random.nextInt(21);
        this.first = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(800));
        this.last = first.plusMonths(months).minusDays(1 + random.nextInt(9));
        this.holidays = Holidays.of(currency, first, last);
        this.weekendBooking = random.nextInt(3) > 0;
    }

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean chance(double p) {
        return random.nextDouble() < p;
    }

    /** A difficulty. */
    boolean trouble(double ordinary) {
        return random.nextDouble() < Math.max(ordinary, hard);
    }

    long cents(double from, double to) {
        return Math.round((from + random.nextDouble() * (to - from)) * 100);
    }

    static long about(long amount, double share, Random random) {
        return Math.round(amount * (1 + share * (2 * random.nextDouble() - 1)));
    }

    String text(String template, String name) {
        String once = template.replaceFirst("%s", name.replace("$", "\\$"));
        return once.contains("%d") ? once.replace("%d", String.valueOf(1000 + random.nextInt(900000))) : once;
    }

    long out(LocalDate day, long amount, String text, String account) {
        return add(day, amount, text, account, false);
    }

    long in(LocalDate day, long amount, String text, String account) {
        return add(day, amount, text, account, true);
    }

    long add(LocalDate day, long amount, String text, String account, boolean in) {
        if (day.isBefore(first) || day.isAfter(last) || amount <= 0) {
            return 0;
        }
        long id = nextId++;
        EntryDetails details = EntryDetails.of(day, Money.ofMinor(amount, currency), text)
                .withBankText(text)
                .withAccount(account);
        entries.add(in ? Income.of(id, 1, details) : Expense.of(id, 1, details, Categories.OTHER, Provenance.DEFAULT));
        return id;
    }

    // ---- days

    boolean open(LocalDate day) {
        return day.getDayOfWeek().getValue() < 6 && !holidays.contains(day);
    }

    LocalDate before(LocalDate day) {
        return open(day) ? day : before(day.minusDays(1));
    }

    LocalDate after(LocalDate day) {
        return open(day) ? day : after(day.plusDays(1));
    }

    LocalDate booked(LocalDate day) {
        return weekendBooking ? day : after(day);
    }

    List<LocalDate> monthly(Function<YearMonth, LocalDate> day, int every) {
        List<LocalDate> days = new ArrayList<>();
        YearMonth month = YearMonth.from(first).minusMonths(1 + (every > 1 ? random.nextInt(every) : 0));
        for (; !month.isAfter(YearMonth.from(last).plusMonths(4L * every)); month = month.plusMonths(every)) {
            days.add(day.apply(month));
        }
        return days;
    }

    static LocalDate in(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    List<LocalDate> every(int step, LocalDate anchor) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = anchor; !day.isAfter(last.plusDays(4L * step)); day = day.plusDays(step)) {
            days.add(day);
        }
        return days;
    }

    LocalDate lastOpen(YearMonth month, int minus) {
        LocalDate day = before(month.atEndOfMonth());
        for (int i = 0; i < minus; i++) {
            day = before(day.minusDays(1));
        }
        return day;
    }

    // ---- pairs

    void refund(long id, LocalDate bought, long amount, String template, String merchant, String account) {
        boolean partial = chance(0.2);
        boolean word = partial || chance(0.5);
        long back = partial ? amount / 2 + 1 : amount;
        String words = text(template, merchant) + (word ? " " + country.refundWord() : "");
        long credit = in(booked(bought.plusDays(2 + random.nextInt(25))), back, words, account);
        if (credit > 0) {
            refunds.add(List.of(id, credit));
        }
    }

    void move(LocalDate day, long amount, String out, String in, String from, String to) {
        int lag = random.nextInt(10) < 6 ? 0 : 1 + random.nextInt(3);
        LocalDate arrives = after(day.plusDays(lag));
        if (day.isBefore(first) || arrives.isAfter(last)) {
            return;
        }
        long left = out(day, amount, String.format(Locale.ROOT, out, random.nextInt(9999)), from);
        long came =
                in(arrives, amount, in.contains("%d") ? String.format(Locale.ROOT, in, random.nextInt(9999)) : in, to);
        transfers.add(List.of(left, came));
    }
}
