package dev.payweek.statements.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statement.StatementRow;
import dev.payweek.statements.Collected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A word in a column of statuses is known, asked about or said, never taken for booked in silence. */
class StatusesTest {

    private static Collected read(List<String> words, String... answers) {
        StringBuilder file = new StringBuilder("Date,Description,Amount,Status\n");
        for (int i = 0; i < words.size(); i++) {
            file.append("2026-01-0")
                    .append(i + 1)
                    .append(",Shop ")
                    .append(i + 1)
                    .append(",-")
                    .append(10 + i)
                    .append(".50,")
                    .append(words.get(i))
                    .append('\n');
        }
        return Collected.read(new CsvFormat(), file.toString().getBytes(StandardCharsets.UTF_8), answers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT APPROVED", "nicht gebucht", "Non contabilizzato", "ikke bogført", "не проведена"})
    void a_word_for_booked_that_is_denied_is_not_booked(String word) {
        Collected read = read(List.of("Booked", word, "Booked"));
        assertEquals(List.of("Shop 1", "Shop 3"), titles(read));
        assertEquals(List.of(), read.questions);
    }

    private static List<String> titles(Collected read) {
        return read.rows.stream().map(StatementRow::title).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Posted",
                "gebucht",
                "Comptabilisé",
                "Contabilizado",
                "Contabilizzata",
                "Efetivado",
                "Verwerkt",
                "Bokförd",
                "Bokført",
                "Bogført",
                "Kirjattu",
                "Zaksięgowana",
                "Zaúčtováno",
                "Zaúčtované",
                "Könyvelt",
                "Decontată",
                "Gerçekleşti",
                "Проведена",
                "Виконано",
                "Осчетоводена",
                "Ολοκληρώθηκε",
                "בוצע",
                "مكتملة",
                "已入账",
                "完了",
                "완료",
                "Thành công",
                "Berhasil",
                "สำเร็จ",
                "Proknjiženo",
                "Įvykdyta",
                "Iegrāmatots",
                "Teostatud"
            })
    void what_is_booked_needs_no_question_beside_what_is_not(String booked) {
        Collected read = read(List.of(booked, "Pending", booked));
        assertEquals(List.of("Shop 1", "Shop 3"), titles(read), read.questions.toString());
        assertEquals(List.of("3: A pending movement, not booked yet."), read.skipped);
    }

    @ParameterizedTest
    @CsvSource({"Posted,Mabanda", "Pending,Mabanda", "Failed,Mabanda", "Completed,В дороге к нам"})
    void a_word_that_nobody_knows_is_asked_about_where_known_ones_stand(String known, String unknown) {
        List<String> words = List.of(known, unknown, known, unknown, known);
        Collected read = read(words);
        assertEquals(1, read.questions.size());
        assertEquals("booked", read.questions.get(0).parameter());
        assertEquals(List.of("all", "none"), read.questions.get(0).options());
        assertEquals(
                "Words in Status are not known: \"" + unknown + "\": Shop 2 -11.50 in line 3; Shop 4 -13.50 in line 5."
                        + " Which of them mean that the movement is booked: all, none, or these?",
                read.questions.get(0).message());
        assertTrue(titles(read(words, "booked", "all")).containsAll(List.of("Shop 2", "Shop 4")));
        Collected none = read(words, "booked", "none");
        assertTrue(titles(none).stream().noneMatch(List.of("Shop 2", "Shop 4")::contains));
        assertTrue(none.skipped.contains("3: Not booked, as was answered: " + unknown + "."), none.skipped.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pending - not posted",
                "В обработке - ждёт банк",
                "בהמתנה - טרם נקלט",
                "处理中（等待银行）",
                "대기 - 은행",
                "รอดำเนินการ (ธนาคาร)",
                "Σε εκκρεμότητα - τράπεζα"
            })
    void a_word_that_is_known_may_have_others_behind_it_in_any_script(String pending) {
        assertEquals(List.of("Shop 1"), titles(read(List.of("Posted", pending))));
    }

    @Test
    void of_several_unknown_words_each_may_mean_booked() {
        List<String> words = List.of("Posted", "Aa", "Bb", "Cc");
        Collected read = read(words);
        assertEquals(
                List.of("all", "none", "Aa", "Bb", "Cc", "Bb|Cc", "Aa|Cc", "Aa|Bb"),
                read.questions.get(0).options());
        assertEquals(List.of("Shop 1", "Shop 2", "Shop 4"), titles(read(words, "booked", "Aa|Cc")));
        Collected wrong = read(words, "booked", "Dd");
        assertTrue(wrong.refusal.orElseThrow().getMessage().startsWith("\"Dd\" is no answer; all or none or Aa"));
    }

    @Test
    void words_of_which_none_is_known_are_taken_and_it_is_said() {
        Collected read = read(List.of("Aa", "Bb", "Aa"));
        assertEquals(3, read.rows.size());
        assertEquals(
                List.of("1: It is not known whether Aa, Bb in Status means booked; all rows are taken."), read.skipped);
    }

    @Test
    void a_word_that_comes_late_in_a_long_file_is_rejected_with_its_line() {
        StringBuilder file = new StringBuilder("Date,Description,Amount,Status\n");
        for (int i = 0; i < 3_000; i++) {
            String word = i == 2_500 ? "Mabanda" : i % 2 == 0 ? "Posted" : "Pending";
            file.append("2026-01-").append(i % 28 < 9 ? "0" : "").append(i % 28 + 1);
            file.append(",Shop,")
                    .append(i % 3 == 0 ? "" : "-")
                    .append("9.50,")
                    .append(word)
                    .append('\n');
        }
        Collected read = Collected.read(new CsvFormat(), file.toString().getBytes(StandardCharsets.UTF_8));
        assertEquals(1_499, read.rows.size());
        assertEquals(
                List.of("2502: It is not known whether \"Mabanda\" means booked; answer booked with it, or with none."),
                read.rejected.stream()
                        .map(row -> row.line() + ": " + row.message())
                        .toList());
    }

    @Test
    void free_text_below_such_a_heading_is_no_status() {
        Collected read = read(List.of("Posted", "a", "b", "c", "d", "e", "f", "g"));
        assertEquals(8, read.rows.size());
    }

    @ParameterizedTest
    @CsvSource({"Posted?,Yes,No", "Booked,true,false", "Gebucht,Ja,Nein", "Comptabilisé,Oui,Non", "Проведено,да,нет"})
    void yes_and_no_below_a_word_for_booked_are_asked_about(String heading, String yes, String no) {
        byte[] file = ("Date,Description,Amount," + heading + "\n2026-01-01,Shop 1,-1.50," + yes
                        + "\n2026-01-02,Shop 2,-2.50," + no + "\n")
                .getBytes(StandardCharsets.UTF_8);
        Collected read = Collected.read(new CsvFormat(), file);
        assertTrue(read.questions.get(0).options().containsAll(List.of("all", "none", yes, no)));
        assertEquals(List.of("Shop 1"), titles(Collected.read(new CsvFormat(), file, "booked", yes)));
    }

    /** Whether a person has ticked a movement off says nothing of the bank. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Reconciled", "Checked", "Abgeglichen", "Rapproché", "Conciliado", "Riconciliato", "Afgestemd"})
    void what_a_person_has_ticked_off_is_not_asked_about(String heading) {
        String file = "Date,Description,Amount," + heading
                + "\n2026-01-01,Shop 1,-1.50,TRUE\n2026-01-02,Shop 2,-2.50,FALSE\n2026-01-03,Shop 3,-9.50,TRUE\n";
        Collected read = Collected.read(new CsvFormat(), file.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), read.questions);
        assertEquals(3, read.rows.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Type|Pending",
                "Transaction Type|Declined",
                "Umsatzart|Vorgemerkt",
                "Transaktionstyp|Reserverat belopp"
            })
    void a_kind_of_movement_that_is_none_yet_is_passed_over(String kind) {
        String[] words = kind.split("\\|", -1);
        String file =
                "Date,Description,Amount," + words[0] + "\n" + "2026-01-01,Shop,-10.50,Card\n2026-01-02,Cafe,-4.50,"
                        + words[1] + "\n2026-01-03,Landlord,-900.00,Order\n";
        Collected read = Collected.read(new CsvFormat(), file.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("Shop", "Landlord"), titles(read));
        assertEquals(1, read.skipped.size(), read.skipped.toString());
    }

    @Test
    void a_title_may_say_anything() {
        String file = "Date,Description,Amount,Type\n2026-01-01,Pending,-10.50,Card\n2026-01-02,Offen,-4.50,Card\n";
        Collected read = Collected.read(new CsvFormat(), file.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("Pending", "Offen"), titles(read));
    }
}
