package dev.payweek.spreadsheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs the parts of a workbook, of which a test writes those it is about. */
final class XlsxBuilder {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private XlsxBuilder() {}

    /** A workbook of one sheet, with the cells of its rows as XML. */
    static XlsxBuilder ofRows(String rows) {
        return new XlsxBuilder()
                .with("_rels/.rels", links("officeDocument", "xl/workbook.xml"))
                .with("xl/workbook.xml", workbook("", "<sheet name=\"Page\" sheetId=\"1\" r:id=\"r0\"/>"))
                .with(
                        "xl/_rels/workbook.xml.rels",
                        links("worksheet", "worksheets/page.xml", "styles", "styles.xml", "sharedStrings", "/xl/t.xml"))
                .with("xl/worksheets/page.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    static String workbook(String properties, String sheets) {
        return "<workbook xmlns:r=\"" + OFFICE + "\">" + properties + "<sheets>" + sheets + "</sheets></workbook>";
    }

    static String links(String... purposesAndTargets) {
        StringBuilder links = new StringBuilder("<Relationships>");
        for (int i = 0; i < purposesAndTargets.length; i += 2) {
            links.append("<Relationship Id=\"r%d\" Type=\"%s/%s\" Target=\"%s\"/>"
                    .formatted(i / 2, OFFICE, purposesAndTargets[i], purposesAndTargets[i + 1]));
        }
        return links.append("</Relationships>").toString();
    }

    XlsxBuilder with(String part, String text) {
        parts.put(part, text);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
