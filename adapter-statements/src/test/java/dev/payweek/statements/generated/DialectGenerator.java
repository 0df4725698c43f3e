package dev.payweek.statements.generated;

import dev.payweek.statements.cell.DateOrder;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes up statements in every mix of dialects, with the truth beside each; the same seed makes the same files. */
final class DialectGenerator {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 3);

    private final List<Language> languages = Language.all();
    private final Random random;
    private Language language;
    private SignStyle style = SignStyle.MINUS;
    private DayWriter days = new DayWriter("yyyy-MM-dd", DateOrder.YMD);
    private AmountWriter money = new AmountWriter(false, "", 2);
    private boolean balance;
    private boolean newestFirst;
    private boolean status;
    private boolean header;
    private char delimiter = ',';
    private final List<Truth.Movement> movements = new ArrayList<>();

    DialectGenerator(long seed) {
        random = new Random(seed);
        language = languages.get(0);
    }

    Truth next() {
        choose();
        makeMovements();
        String text = write();
        Truth.Encoding encoding = encoding(text);
        Map<String, String> answers = new HashMap<>();
        answers.put("date_format", days.order().label());
        String way =
                style == SignStyle.DIRECTION ? "out:" + language.direction().get(1) : "positive_in";
        answers.put("sign", style.isCard() ? "positive_out" : way);
        answers.put("decimal_mark", money.comma() ? "comma" : "point");
        answers.put("amount_unit", "units");
        answers.put("encoding", encoding.charset().name());
        String description = language.code() + " " + style + " " + days.pattern() + " " + money + " "
                + encoding.charset() + (balance ? " balance" : "") + (newestFirst ? " newest" : "")
                + (status ? " status" : "") + (header ? "" : " no-header") + " delimiter " + (int) delimiter;
        return new Truth(
                description,
                bytes(text, encoding),
                List.copyOf(movements),
                needed(),
                answers,
                style == SignStyle.UNSIGNED_WITH_BALANCE ? 1 : 0);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void choose() {
        language = pick(languages);
        style = pick(List.of(SignStyle.values()));
        days = DayWriter.pick(language.code(), random);
        boolean comma = chance(85) == language.comma();
        String group = pick(List.of("", "", comma ? "." : ",", " ", "\u00A0", "'"));
        money = new AmountWriter(comma, group, language.isWhole() ? 0 : 2);
        balance = style == SignStyle.UNSIGNED_WITH_BALANCE || (!style.isCard() && chance(40));
        newestFirst = chance(40);
        status = chance(20) && !balance;
        header = chance(93) || style.hasSides() || style == SignStyle.MARK_OF_CREDIT || status;
        delimiter = pick(List.of(',', ';', ';', '\t', '|'));
    }

    private void makeMovements() {
        movements.clear();
        LocalDate day = FIRST.plusDays(random.nextInt(300));
        int count = 4 + random.nextInt(9);
        for (int i = 0; i < count; i++) {
            boolean in = i == 1 || (chance(15) && i > 2 && !style.isCard());
            String title = in ? pick(language.earned()) : pick(language.bought());
            if (style.isCard() && in) {
                title = style == SignStyle.CARD_WITH_PAYMENT ? "PAYMENT RECEIVED - THANK YOU" : pick(language.bought());
            }
            boolean isIn = in && style != SignStyle.CARD_UNSIGNED;
            BigDecimal amount = amount(in && !style.isCard());
            movements.add(new Truth.Movement(day, isIn ? amount : amount.negate(), title));
            day = day.plusDays(random.nextInt(5));
        }
        if (newestFirst) {
            java.util.Collections.reverse(movements);
        }
    }

    private BigDecimal amount(boolean large) {
        int most = large ? 400_000 : 30_000;
        BigDecimal cents = BigDecimal.valueOf(101L + random.nextInt(most));
        return language.isWhole() ? cents : cents.movePointLeft(2);
    }

    private String write() {
        List<List<String>> lines = new ArrayList<>();
        int preamble = header ? random.nextInt(4) : 0;
        for (int i = 0; i < preamble; i++) {
            lines.add(i == 2 ? List.of(language.opening(), "") : List.of("Example Bank " + (i + 1)));
        }
        if (header) {
            lines.add(head());
        }
        BigDecimal running = new BigDecimal("100000");
        BigDecimal sum = movements.stream().map(Truth.Movement::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        running = newestFirst ? running.add(sum) : running;
        for (int i = 0; i < movements.size(); i++) {
            Truth.Movement movement = movements.get(i);
            running = newestFirst ? running : running.add(movement.amount());
            lines.add(row(movement, running, status ? "OK" : ""));
            running = newestFirst ? running.subtract(movement.amount()) : running;
            if (status && i == 2) {
                lines.add(row(movement, running, chance(50) ? language.pending() : language.failed()));
            }
        }
        if (header && chance(30)) {
            lines.add(List.of(language.total(), "", money.write(sum.abs(), "")));
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(cells -> text.append(String.join(
                        String.valueOf(delimiter),
                        cells.stream().map(this::quoted).toList()))
                .append("\r\n"));
        return text.toString();
    }

    private List<String> head() {
        List<String> cells = new ArrayList<>(List.of(language.date(), language.text()));
        if (style.hasSides()) {
            cells.addAll(List.of(language.out(), language.in()));
        } else {
            cells.add(language.amount());
        }
        if (style == SignStyle.DIRECTION) {
            cells.add(language.direction().get(0));
        } else if (style == SignStyle.MARK_OF_CREDIT) {
            cells.add("");
        }
        if (balance) {
            cells.add(language.balance());
        }
        if (status) {
            cells.add("Status");
        }
        return cells;
    }

    private List<String> row(Truth.Movement movement, BigDecimal running, String state) {
        List<String> cells = new ArrayList<>(List.of(days.write(movement.date()), movement.title()));
        BigDecimal amount = movement.amount();
        boolean out = amount.signum() < 0;
        String bare = money.write(amount.abs(), "");
        String nothing = style == SignStyle.SIDES_WITH_ZEROS ? money.write(BigDecimal.ZERO, "") : "";
        switch (style) {
            case MINUS -> cells.add(out ? "-" + bare : bare);
            case TRAILING_MINUS -> cells.add(out ? bare + "-" : bare);
            case BRACKETS -> cells.add(out ? "(" + bare + ")" : bare);
            case PLUS_AND_MINUS -> cells.add((out ? "-" : "+") + bare);
            case SIDES, SIDES_WITH_ZEROS -> cells.addAll(out ? List.of(bare, nothing) : List.of(nothing, bare));
            case DIRECTION -> cells.addAll(List.of(bare, language.direction().get(out ? 1 : 2)));
            case MARK_OF_CREDIT -> cells.addAll(List.of(bare, out ? "" : "CR"));
            case UNSIGNED_WITH_BALANCE, CARD_UNSIGNED -> cells.add(bare);
            case CARD_WITH_PAYMENT, CARD_WITH_REFUND -> cells.add(out ? bare : "-" + bare);
        }
        if (balance) {
            cells.add(money.write(running, ""));
        }
        if (status) {
            cells.add(state);
        }
        return cells;
    }

    private String quoted(String cell) {
        boolean needed = cell.indexOf(delimiter) >= 0 || cell.indexOf('"') >= 0;
        return needed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    private Truth.Encoding encoding(String text) {
        int choice = random.nextInt(10);
        if (choice < 4) {
            return new Truth.Encoding(StandardCharsets.UTF_8, choice == 0);
        }
        if (choice == 4) {
            return new Truth.Encoding(StandardCharsets.UTF_16LE, true);
        }
        Charset charset = pick(language.encodings());
        boolean fits = charset.newEncoder().canEncode(text);
        return new Truth.Encoding(fits ? charset : StandardCharsets.UTF_8, false);
    }

    private static byte[] bytes(String text, Truth.Encoding encoding) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((encoding.mark() ? "\uFEFF" + text : text).getBytes(encoding.charset()));
        return out.toByteArray();
    }

    /** What the file leaves open whoever reads it. */
    private Set<String> needed() {
        Set<String> needed = new HashSet<>();
        if (days.isAmbiguous(movements.stream().map(Truth.Movement::date).toList())) {
            needed.add("date_format");
        }
        boolean words = style == SignStyle.CARD_WITH_PAYMENT;
        if (style.isCard() && !words) {
            needed.add("sign");
        }
        if (money.decimals() == 0) {
            // Whole amounts may be cents, and groups of three may be decimals.
            needed.add("amount_unit");
            needed.add("decimal_mark");
        }
        return needed;
    }
}
