package dev.payweek.spreadsheets;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the cells of one sheet. Of a cell with a formula it reads what was last computed for it. */
final class XlsxSheetReader {

    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");
    private static final Pattern MERGED = Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");

    private final SharedTexts texts;
    private final XlsxStyles styles;
    private final CellText numbers;

    XlsxSheetReader(SharedTexts texts, XlsxStyles styles, CellText numbers) {
        this.texts = texts;
        this.styles = styles;
        this.numbers = numbers;
    }

    void read(InputStream part, SheetBuilder sheet) throws IOException {
        int row = -1;
        int column = -1;
        try (XmlPart xml = new XmlPart(part)) {
            while (xml.nextBegin()) {
                if (xml.begins("row")) {
                    row = xml.number("r", row + 2) - 1;
                    column = -1;
                } else if (xml.begins("c")) {
                    // A cell without a place is the next one.
                    Matcher place = CELL.matcher(xml.attribute("r").orElse(""));
                    boolean placed = place.matches();
                    column = placed ? column(place.group(1)) : column + 1;
                    cell(xml, sheet, placed ? Integer.parseInt(place.group(2)) - 1 : row, column);
                } else if (xml.begins("mergeCell")) {
                    Matcher range = MERGED.matcher(xml.attribute("ref").orElse(""));
                    if (range.matches()) {
                        sheet.merged(
                                Integer.parseInt(range.group(2)) - 1,
                                Integer.parseInt(range.group(4)) - 1,
                                column(range.group(1)));
                    }
                }
            }
        }
    }

    private void cell(XmlPart xml, SheetBuilder sheet, int row, int column) throws IOException {
        String type = xml.attribute("t").orElse("n");
        CellFormat format = styles.at(xml.number("s", 0));
        String value = "";
        while (xml.next() && !xml.ends("c")) {
            if (xml.begins("v")) {
                value = xml.text();
            } else if (xml.begins("is")) {
                value = SharedTexts.text(xml, "is");
            }
        }
        sheet.cell(row, column, value.isEmpty() ? "" : text(type, value, format));
    }

    private String text(String type, String value, CellFormat format) {
        return switch (type) {
            case "s" -> texts.at(value.strip());
            case "b" -> value.strip().equals("1") || value.strip().equals("true") ? "TRUE" : "FALSE";
            case "d" -> value.replaceFirst("T00:00(?::00(?:\\.0+)?)?Z?$", "");
            case "n" -> numbers.of(value, format);
            default -> value;
        };
    }

    /** Returns the place of a column, from 0. */
    private static int column(String letters) {
        int place = 0;
        for (int i = 0; i < letters.length(); i++) {
            place = place * 26 + letters.charAt(i) - 'A' + 1;
        }
        return place - 1;
    }
}
