package dev.payweek.spreadsheets;

import dev.payweek.refusal.LedgerException;
import dev.payweek.spreadsheets.SheetBuilder.Allowance;
import dev.payweek.statement.StatementFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the packed XML of a workbook, of which one part says where the others are. */
final class XlsxReader {

    private static final int MOST_SHEETS = 1_000;
    private static final String START = "_rels/.rels";

    private final ZipParts parts;
    private final Allowance allowance = new Allowance();

    private XlsxReader(ZipParts parts) {
        this.parts = parts;
    }

    /** A part named by another one: what it is for, and where it lies. */
    private record Link(String purpose, String target) {}

    /** A tab of the workbook and the part with its cells. */
    private record Tab(String name, boolean hidden, String part) {}

    static Workbook read(StatementFile file) throws IOException {
        try (ZipParts parts = ZipParts.of(file)) {
            return new XlsxReader(parts).workbook();
        }
    }

    private Workbook workbook() throws IOException {
        String main = links(START, "").values().stream()
                .filter(link -> link.purpose().equals("officeDocument"))
                .map(Link::target)
                .findFirst()
                .orElseThrow(() -> BrokenWorkbook.because("nothing says where its sheets are"));
        if (main.endsWith(".bin")) {
            throw LedgerException.invalid(
                    "file",
                    "binary_workbook",
                    "The file is a binary workbook (XLSB). Save it as XLSX or CSV and import that.");
        }
        if (main.endsWith("/document.xml") || main.endsWith("/presentation.xml")) {
            throw LedgerException.invalid(
                    "file",
                    "unknown_format",
                    "The file is a text document or slides, not a workbook. Ask the bank for CSV, OFX or CAMT"
                            + " instead.");
        }
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        Map<String, Link> links = links(folder + "_rels/" + main.substring(folder.length()) + ".rels", folder);
        List<Tab> tabs = new ArrayList<>();
        boolean since1904 = false;
        try (XmlPart xml = new XmlPart(parts.open(main))) {
            while (xml.nextBegin()) {
                if (xml.begins("workbookPr")) {
                    since1904 =
                            xml.attribute("date1904").filter(XlsxReader::isTrue).isPresent();
                } else if (xml.begins("sheet") && tabs.size() < MOST_SHEETS) {
                    tab(xml, links).ifPresent(tabs::add);
                }
            }
        }
        Optional<String> texts = target(links, "sharedStrings").filter(parts::has);
        Optional<String> styles = target(links, "styles").filter(parts::has);
        var sheets = new XlsxSheetReader(
                texts.isPresent() ? SharedTexts.of(parts.open(texts.get())) : SharedTexts.NONE,
                styles.isPresent() ? XlsxStyles.of(parts.open(styles.get())) : XlsxStyles.NONE,
                new CellText(since1904));
        List<Sheet> read = new ArrayList<>();
        for (Tab tab : tabs) {
            SheetBuilder builder = new SheetBuilder(allowance);
            sheets.read(parts.open(tab.part()), builder);
            read.add(builder.build(tab.name(), tab.hidden()));
        }
        return new Workbook(read);
    }

    /** A tab without cells, such as one with a chart alone, is none to read. */
    private static Optional<Tab> tab(XmlPart xml, Map<String, Link> links) {
        boolean hidden =
                xml.attribute("state").filter(state -> !state.equals("visible")).isPresent();
        String name = xml.attribute("name").orElse("");
        return xml.attribute("id")
                .map(links::get)
                .filter(link -> link.purpose().equals("worksheet"))
                .map(link -> new Tab(name, hidden, link.target()));
    }

    private static boolean isTrue(String written) {
        return written.equals("1") || written.equals("true");
    }

    private static Optional<String> target(Map<String, Link> links, String purpose) {
        return links.values().stream()
                .filter(link -> link.purpose().equals(purpose))
                .map(Link::target)
                .findFirst();
    }

    private Map<String, Link> links(String part, String folder) throws IOException {
        Map<String, Link> links = new HashMap<>();
        try (XmlPart xml = new XmlPart(parts.open(part))) {
            while (xml.nextBegin()) {
                if (xml.begins("Relationship")) {
                    String type = xml.attribute("Type").orElse("");
                    String target = xml.attribute("Target").orElse("").replace('\\', '/');
                    links.put(
                            xml.attribute("Id").orElse(""),
                            new Link(
                                    type.substring(type.lastIndexOf('/') + 1),
                                    target.startsWith("/") ? target.substring(1) : folder + target));
                }
            }
        }
        return links;
    }
}
