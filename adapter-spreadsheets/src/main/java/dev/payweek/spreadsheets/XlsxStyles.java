package dev.payweek.spreadsheets;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How cells of a workbook are formatted, by the place of their style.
 *
 * @param formats the formats by place
 */
record XlsxStyles(List<CellFormat> formats) {

    static final XlsxStyles NONE = new XlsxStyles(List.of());

    private static final int MOST = 1 << 16;

    static XlsxStyles of(InputStream part) throws IOException {
        Map<Integer, CellFormat> own = new HashMap<>();
        List<CellFormat> formats = new ArrayList<>();
        boolean ofCells = false;
        try (XmlPart xml = new XmlPart(part)) {
            while (xml.next()) {
                if (xml.begins("numFmt") && own.size() < MOST) {
                    own.put(
                            xml.number("numFmtId", -1),
                            CellFormat.of(xml.attribute("formatCode").orElse("")));
                } else if (xml.begins("cellXfs")) {
                    ofCells = true;
                } else if (xml.ends("cellXfs")) {
                    ofCells = false;
                } else if (xml.begins("xf") && ofCells && formats.size() < MOST) {
                    int id = xml.number("numFmtId", 0);
                    CellFormat named = own.get(id);
                    formats.add(named == null ? CellFormat.builtIn(id) : named);
                }
            }
        }
        return new XlsxStyles(formats);
    }

    CellFormat at(int place) {
        return place >= 0 && place < formats.size() ? formats.get(place) : CellFormat.GENERAL;
    }
}
