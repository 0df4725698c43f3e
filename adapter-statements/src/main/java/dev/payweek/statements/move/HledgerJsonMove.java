package dev.payweek.statements.move;

import dev.payweek.statement.MoveFormat;
import dev.payweek.statement.MoveSink;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementFile;
import dev.payweek.statements.move.Journal.Booking;
import dev.payweek.statements.move.Journal.Side;
import dev.payweek.statements.text.JsonFile;
import dev.payweek.statements.text.StatementText;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code hledger print -O json} writes.
 *
 * <pre>{@code
 * new HledgerJsonMove().recognise(StatementFile.of("journal.json", bytes));    // 95
 * }</pre>
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class HledgerJsonMove implements MoveFormat {

    private static final int HEAD = 1 << 13;
    private static final int MOST_DECIMALS = 255;

    /** Creates the format. */
    public HledgerJsonMove() {}

    @Override
    public String name() {
        return "hledger";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        String head = StatementText.asciiHead(file, HEAD);
        return head.stripLeading().startsWith("[") && head.contains("\"tpostings\"") ? 95 : 0;
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, MoveSink sink) throws IOException {
        Journal journal = new Journal();
        try (JsonFile json =
                JsonFile.ofBank(StatementText.of(file, List.of(), any -> 0).open())) {
            json.readList(() -> new Transaction(json).read(journal, sink));
        }
        journal.give(sink);
        return List.of();
    }

    /** One transaction being read. */
    private static final class Transaction {

        private final JsonFile json;
        private final List<Side> sides = new ArrayList<>();
        private final int line;
        private String date = "";
        private String description = "";
        private String comment = "";

        Transaction(JsonFile json) {
            this.json = json;
            line = json.line();
        }

        void read(Journal journal, MoveSink sink) throws IOException {
            json.members(name -> {
                switch (name) {
                    case "tdate" -> date = json.scalar();
                    case "tdescription" -> description = json.scalar();
                    case "tcomment" -> comment = json.scalar();
                    case "tpostings" -> json.elements(this::posting);
                    default -> {
                        // What is not read is passed over.
                    }
                }
            });
            String[] title = description.split("\\|", 2);
            String note = title.length > 1 ? title[1].strip() : comment;
            try {
                journal.add(new Booking(line, LocalDate.parse(date), title[0].strip(), note, sides));
            } catch (DateTimeParseException e) {
                sink.rejected(new RejectedRow(line, "date", "bad_date", "\"" + date + "\" is no day."));
            }
        }

        private void posting() throws IOException {
            var posting = new Object() {
                String account = "";
                final List<Side> amounts = new ArrayList<>();
            };
            json.members(name -> {
                if (name.equals("paccount")) {
                    posting.account = json.scalar();
                } else if (name.equals("pamount")) {
                    json.elements(() -> posting.amounts.add(amount()));
                }
            });
            if (posting.amounts.isEmpty()) {
                sides.add(new Side(posting.account, Optional.empty(), ""));
            }
            posting.amounts.forEach(side -> sides.add(new Side(posting.account, side.amount(), side.currency())));
        }

        private Side amount() throws IOException {
            var read = new Object() {
                String commodity = "";
                String mantissa = "";
                String places = "";
            };
            json.members(name -> {
                if (name.equals("acommodity")) {
                    read.commodity = json.scalar();
                } else if (name.equals("aquantity")) {
                    json.members(part -> {
                        if (part.equals("decimalMantissa")) {
                            read.mantissa = json.scalar();
                        } else if (part.equals("decimalPlaces")) {
                            read.places = json.scalar();
                        }
                    });
                }
            });
            boolean sound = read.mantissa.matches("-?\\d{1,30}") && read.places.matches("\\d{1,3}");
            Optional<BigDecimal> value = Optional.of(read.mantissa)
                    .filter(digits -> sound && Integer.parseInt(read.places) <= MOST_DECIMALS)
                    .map(digits -> new BigDecimal(digits).movePointLeft(Integer.parseInt(read.places)));
            return new Side("", value, Written.currency("1 " + read.commodity));
        }
    }
}
