package dev.payweek.discovery;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Makes a household of a seed: what it earns, owes and fritters away, as its banks write it. */
final class HouseholdMaker extends HouseholdBooks {

    /** A household in which each difficulty is present with the given chance. */
    HouseholdMaker(long seed, double hard) {
        super(seed, hard);
    }

    Household make() {
        pay();
        bills();
        habits();
        moves();
        Collections.shuffle(entries, random);
        return new Household(seed, currency, last, entries, truths, transfers, refunds);
    }

    private List<LocalDate> paydays() {
        int kind = random.nextInt(100);
        DayOfWeek weekday = pick(List.of(DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY));
        LocalDate anchor = first.minusDays(28).with(TemporalAdjusters.next(weekday));
        Function<LocalDate, LocalDate> moved = chance(0.8) ? this::before : chance(0.5) ? this::after : this::booked;
        boolean us = country.equals(Country.US);
        if (kind < (us ? 45 : 8)) {
            return every(14, anchor.plusDays(7L * random.nextInt(2))).stream()
                    .map(this::before)
                    .toList();
        }
        if (kind < (us ? 55 : 14)) {
            return every(7, anchor).stream().map(this::before).toList();
        }
        if (kind < (us ? 75 : 18)) {
            int[] pair = pick(List.of(new int[] {15, 31}, new int[] {1, 15}, new int[] {5, 20}, new int[] {10, 25}));
            List<LocalDate> days = new ArrayList<>();
            days.addAll(monthly(month -> moved.apply(in(month, pair[0])), 1));
            days.addAll(monthly(month -> moved.apply(in(month, pair[1])), 1));
            Collections.sort(days);
            return days;
        }
        if (kind < 24) {
            return every(28, anchor.plusDays(7L * random.nextInt(4))).stream()
                    .map(this::before)
                    .toList();
        }
        if (kind < 28) {
            int nth = 1 + random.nextInt(4);
            return monthly(month -> month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday)), 1);
        }
        if (kind < 55) {
            int minus = chance(0.6) ? 0 : 1 + random.nextInt(3);
            return monthly(month -> lastOpen(month, minus), 1);
        }
        int day = pick(List.of(1, 5, 10, 15, 20, 25, 26, 27, 28, 30, 31));
        return monthly(month -> moved.apply(in(month, day)), 1);
    }

    private void pay() {
        if (chance(0.05)) {
            freelance();
            return;
        }
        List<String> employers = new ArrayList<>(country.employers());
        Collections.shuffle(employers, random);
        String same = trouble(0.06) ? employers.get(0) : "";
        job(employers.remove(0), first.minusDays(60), last.plusYears(1), 0);
        if (chance(0.4)) {
            String employer = same.isEmpty() ? employers.remove(0) : same;
            LocalDate begins = trouble(0.15) ? first.plusDays(random.nextInt(120)) : first.minusDays(60);
            job(employer, begins, last.plusYears(1), 1);
        }
        if (chance(0.3)) {
            String person = pick(country.persons());
            String template = pick(country.personTexts());
            long share = cents(250, 600);
            for (LocalDate day : monthly(month -> in(month, 2), 1)) {
                in(booked(day.plusDays(random.nextInt(3))), share, text(template, person), CHECKING);
            }
        }
        for (LocalDate day : monthly(YearMonth::atEndOfMonth, 1)) {
            in(day, cents(0.5, 9), country.interest(), SAVINGS);
        }
    }

    private void freelance() {
        LocalDate day = first.plusDays(random.nextInt(9));
        String client = pick(country.employers());
        Truth truth = new Truth(Truth.What.IRREGULAR, client);
        truth.least = 8;
        String template = pick(country.payTexts());
        while (day.isBefore(last)) {
            long fee = cents(180, 1400);
            note(truth, day, in(booked(day), fee, text(template, client), CHECKING), fee);
            day = day.plusDays(3 + random.nextInt(19));
        }
        truths.add(truth);
    }

    private void note(Truth truth, LocalDate day, long id, long amount) {
        if (id > 0) {
            truth.ids.add(id);
            truth.days.add(day);
            truth.amounts.add(amount);
        }
    }

    private void job(String employer, LocalDate from, LocalDate until, int nth) {
        List<LocalDate> days = paydays();
        LocalDate quits = trouble(0.08) ? first.plusDays(90L + random.nextInt(400)) : until;
        Truth truth = new Truth(Truth.What.PAY, employer);
        String template = pick(country.payTexts());
        String renamed = trouble(0.04) ? pick(country.payTexts()) : template;
        LocalDate renamedOn = first.plusDays(60L + random.nextInt(300));
        int perYear = Math.max(12, (int) Math.round(365.0
                * days.size()
                / Math.max(
                        30, days.get(days.size() - 1).toEpochDay() - days.get(0).toEpochDay())));
        long amount = cents(24000 - 6000 * (nth % 4), 60000 - 15000 * (nth % 4)) / perYear;
        int style = random.nextInt(10);
        double spread = style < 5 ? 0 : style < 8 ? 0.03 : 0.18;
        LocalDate raise = chance(0.5) ? first.plusDays(60L + random.nextInt(400)) : until;
        boolean raised = false;
        boolean split = trouble(0.06);
        boolean bonus = trouble(0.2);
        boolean expenses = trouble(0.1);
        double skip = trouble(0.06) ? 0.06 : 0;
        for (LocalDate day : days) {
            if (day.isAfter(quits) && !day.isAfter(last.minusDays(4))) {
                truth.gone++;
            }
            if (day.isAfter(quits)) {
                truth.next.add(day);
                continue;
            }
            if (day.isBefore(from)) {
                continue;
            }
            if (day.isAfter(last)) {
                truth.next.add(day);
                continue;
            }
            if (!raised && !day.isBefore(raise)) {
                raised = true;
                amount += Math.max(100, amount * (2 + random.nextInt(7)) / 100);
                if (spread == 0 && !split) {
                    truth.changes.add(day);
                }
            }
            if (!day.isBefore(first)) {
                truth.planned.add(day);
            }
            if (chance(skip)) {
                continue;
            }
            long paid = spread == 0 ? amount : about(amount, spread, random);
            String words = text(day.isBefore(renamedOn) ? template : renamed, employer);
            if (split) {
                long part = Math.min(20000, amount / 4);
                note(truth, day, in(day, paid - part, words, CHECKING), paid);
                note(
                        truth,
                        day,
                        in(day.plusDays(open(day.plusDays(1)) ? random.nextInt(2) : 0), part, words, SAVINGS),
                        0);
            } else {
                note(truth, day, in(day, paid, words, CHECKING), paid);
            }
            if (expenses && chance(0.5)) {
                in(booked(day.plusDays(2 + random.nextInt(9))), cents(12, 160), text(template, employer), CHECKING);
            }
            if (bonus && chance(0.05)) {
                in(booked(day.plusDays(3)), about(amount, 0.4, random), text(template, employer), CHECKING);
            }
        }
        truth.least = days.get(1).toEpochDay() - days.get(0).toEpochDay() < 16 ? 4 : 3;
        truths.add(truth);
        if (quits.isBefore(last)) {
            List<String> others = new ArrayList<>(country.employers());
            others.remove(employer);
            if (nth < 4) {
                job(pick(others), quits.plusDays(10), until, nth + 4);
            }
        }
    }

    // ---- bills

    private void bills() {
        List<String> utilities = new ArrayList<>(country.utilities());
        Collections.shuffle(utilities, random);
        List<String> subscriptions = new ArrayList<>(country.subscriptions());
        Collections.shuffle(subscriptions, random);
        List<String> insurers = new ArrayList<>(country.insurers());
        Collections.shuffle(insurers, random);
        bill(pick(country.landlords()), cents(600, 1900), 0, 1, CHECKING, pick(List.of(1, 1, 1, 3, 5, 28)));
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            double spread = chance(0.5) ? 0.35 : chance(0.5) ? 0.08 : 0;
            int months = trouble(0.15) ? pick(List.of(2, 3)) : 1;
            bill(utilities.remove(0), cents(25, 180), spread, months, CHECKING, 1 + random.nextInt(28));
        }
        for (int i = 0; i < 2 + random.nextInt(4); i++) {
            String name = subscriptions.remove(0);
            double spread = trouble(0.05) ? 0.03 : 0;
            bill(
                    name,
                    pick(List.of(499L, 799L, 999L, 1099L, 1299L, 1599L, 1999L, 2999L)),
                    spread,
                    1,
                    CARD,
                    1 + random.nextInt(31));
            if (name.startsWith("APPLE") && trouble(0.3)) {
                bill(name, pick(List.of(299L, 399L, 1495L)), 0, 1, CARD, 1 + random.nextInt(28));
            }
        }
        if (chance(0.6)) {
            bill(insurers.get(0), cents(30, 140), 0, pick(List.of(1, 1, 3, 6)), CHECKING, 1 + random.nextInt(28));
        }
        if (chance(0.6)) {
            bill(insurers.get(1), cents(80, 700), 0, 12, CHECKING, 1 + random.nextInt(28));
        }
        if (chance(0.3)) {
            bill(insurers.get(2), cents(60, 400), 0.0, 12, CHECKING, 1 + random.nextInt(28));
        }
        if (chance(0.15)) {
            weekly("CLEANER ROSA", cents(35, 90), 14);
        }
        if (chance(0.15)) {
            weekly("KITA SONNENHOF NURSERY", cents(60, 190), 7);
        }
    }

    private void weekly(String name, long amount, int step) {
        Truth truth = new Truth(Truth.What.BILL, name);
        truth.least = 5;
        String template = pick(country.debitTexts());
        for (LocalDate day :
                every(step, first.plusDays(random.nextInt(step)).with(TemporalAdjusters.next(DayOfWeek.TUESDAY)))) {
            if (day.isAfter(last)) {
                truth.next.add(day);
            } else {
                note(truth, day, out(day, amount, text(template, name), CHECKING), amount);
                truth.planned.add(day);
            }
        }
        truths.add(truth);
    }

    private void bill(String name, long price, double spread, int months, String account, int dayOfMonth) {
        Truth truth = new Truth(months == 12 ? Truth.What.YEARLY : Truth.What.BILL, name);
        truth.least = months == 12 ? 2 : 3;
        String template = account.equals(CARD) ? "%s" : pick(country.debitTexts());
        if (account.equals(CARD) && chance(0.4)) {
            template = "%s %d";
        }
        boolean hand = months == 1 && account.equals(CHECKING) && trouble(0.08);
        truth.byHand = hand;
        LocalDate starts = trouble(0.12) ? first.plusDays(random.nextInt(200)) : LocalDate.MIN;
        LocalDate stops = trouble(0.08) ? first.plusDays(100L + random.nextInt(500)) : LocalDate.MAX;
        LocalDate steps = spread == 0 && trouble(0.3) ? first.plusDays(70L + random.nextInt(450)) : LocalDate.MAX;
        LocalDate moves = months == 1 && trouble(0.04) ? first.plusDays(120L + random.nextInt(300)) : LocalDate.MAX;
        moves = moves.isAfter(last) ? LocalDate.MAX : moves;
        LocalDate moved = months == 1 && trouble(0.05) ? first.plusDays(80L + random.nextInt(300)) : LocalDate.MAX;
        double skip = trouble(0.05) ? 0.08 : 0;
        double twice = trouble(0.04) ? 0.05 : 0;
        int other = 1 + (dayOfMonth + 9) % 27;
        long amount = price;
        boolean stepped = false;
        for (LocalDate nominal : monthly(month -> in(month, dayOfMonth), months)) {
            LocalDate day = nominal;
            if (!day.isBefore(moves)) {
                day = in(YearMonth.from(day), other);
            }
            day = account.equals(CARD) ? (weekendBooking ? day : after(day)) : after(day);
            LocalDate planned = day;
            if (hand) {
                day = booked(day.plusDays(random.nextInt(5) - 2L));
            }
            if (day.isAfter(stops) && !day.isAfter(last.minusDays(4))) {
                truth.gone++;
            }
            if (day.isBefore(starts) || day.isAfter(stops) || day.isBefore(first)) {
                continue;
            }
            if (day.isAfter(last)) {
                truth.next.add(day);
                continue;
            }
            if (!stepped && !day.isBefore(steps) && !truth.ids.isEmpty()) {
                stepped = true;
                amount = amount + Math.max(50, amount * (4 + random.nextInt(17)) / 100);
                truth.changes.add(day);
            }
            truth.planned.add(planned);
            if (chance(skip)) {
                continue;
            }
            double season = spread > 0.3 ? 1 + 0.4 * Math.cos((day.getDayOfYear() - 20) / 58.0) : 1;
            long paid = spread == 0 ? amount : Math.round(about(amount, spread / 2, random) * season);
            String on = day.isBefore(moved) ? account : account.equals(CARD) ? CHECKING : CARD;
            note(truth, day, out(day, paid, text(template, name), on), paid);
            if (chance(twice)) {
                out(booked(day.plusDays(1 + random.nextInt(3))), paid, text(template, name), on);
            }
        }
        truths.add(truth);
    }

    // ---- what only looks like it

    private void habits() {
        List<String> merchants = new ArrayList<>(country.cardMerchants());
        Collections.shuffle(merchants, random);
        String account = chance(0.6) ? CARD : CHECKING;
        for (int i = 0; i < merchants.size(); i++) {
            String merchant = merchants.get(i);
            String template = pick(country.cardTexts());
            int each = i < 2 ? 3 + random.nextInt(4) : i < 5 ? 7 + random.nextInt(9) : 25 + random.nextInt(160);
            double low = 3 + random.nextInt(20);
            boolean steady = i % 4 == 0 && trouble(0.25);
            boolean weekday = i % 3 == 0 && !steady && trouble(0.3);
            long same = cents(low, low * 2);
            LocalDate day = first.plusDays(random.nextInt(each + 1));
            while (!day.isAfter(last)) {
                LocalDate on = weekday && each >= 6 ? day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)) : day;
                long amount = steady ? same : cents(low, low * 4);
                long id = out(booked(on), amount, text(template, merchant), account);
                if (id > 0 && i > 2 && chance(0.05)) {
                    refund(id, booked(on), amount, template, merchant, account);
                }
                int wait = each < 6 ? 1 + random.nextInt(2 * each) : each - each / 4 + random.nextInt(each / 2 + 1);
                day = day.plusDays(wait);
            }
        }
        LocalDate hair = first.plusDays(random.nextInt(30));
        while (trouble(0.4) && !hair.isAfter(last)) {
            out(booked(hair), 3200, text(pick(country.cardTexts()), "SALON BELLA HAIR"), account);
            hair = hair.plusDays(24 + random.nextInt(13));
        }
        LocalDate cash = first.plusDays(random.nextInt(10));
        while (!cash.isAfter(last)) {
            out(cash, 100L * 20 * (1 + random.nextInt(5)), text(country.cash(), ""), CHECKING);
            cash = cash.plusDays(6 + random.nextInt(9));
        }
    }

    // ---- between own accounts

    private void moves() {
        if (chance(0.7)) {
            long amount = 5000L * (1 + random.nextInt(8));
            int dayOfMonth = 1 + random.nextInt(28);
            for (LocalDate day : monthly(month -> in(month, dayOfMonth), 1)) {
                move(after(day), amount, country.saveOut(), country.saveIn(), CHECKING, SAVINGS);
            }
        }
        for (int i = 0; i < random.nextInt(12); i++) {
            LocalDate day = first.plusDays(random.nextInt((int) (last.toEpochDay() - first.toEpochDay() + 1)));
            boolean back = chance(0.5);
            move(
                    after(day),
                    5000L * (1 + random.nextInt(12)),
                    country.saveOut(),
                    country.saveIn(),
                    back ? SAVINGS : CHECKING,
                    back ? CHECKING : SAVINGS);
        }
        int statement = 1 + random.nextInt(28);
        for (LocalDate day : monthly(month -> in(month, statement), 1)) {
            move(after(day), cents(180, 1600), country.cardOut(), country.cardIn(), CHECKING, CARD);
        }
    }
}
