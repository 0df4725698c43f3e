package dev.payweek.statements.camt;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Goes through the elements of an XML file, opening no other one for it.
 *
 * <p>Depth and the length of texts are bounded, so that no file can fill the memory.
 */
final class Elements implements Closeable {

    private static final int LONGEST_TEXT = 4_096;
    private static final int DEEPEST = 100;

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;
    private final int linesBefore;
    private final Deque<Integer> starts = new ArrayDeque<>();
    private final StringBuilder path = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private String currency = "";
    private String name = "";
    private boolean opening;

    Elements(Reader reader) throws IOException {
        BufferedReader buffered = new BufferedReader(reader);
        linesBefore = skipBlanks(buffered);
        try {
            xml = FACTORY.createXMLStreamReader(buffered);
        } catch (XMLStreamException e) {
            throw broken(e, 1);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(javax.xml.XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("no other file is ever opened");
        });
        return factory;
    }

    /** An XML declaration must be the very first thing, but some banks put a line break before it. */
    private static int skipBlanks(BufferedReader reader) throws IOException {
        int lines = 0;
        reader.mark(1);
        for (int c = reader.read(); c >= 0 && Character.isWhitespace(c); c = reader.read()) {
            lines += c == '\n' ? 1 : 0;
            reader.mark(1);
        }
        reader.reset();
        return lines;
    }

    /**
     * Goes to the next begin or end of an element; returns whether there was one.
     *
     * @throws LedgerException if the file is no well-formed XML, or declares a document type
     */
    boolean next() throws IOException {
        if (!opening && !starts.isEmpty() && !name.isEmpty()) {
            leave();
        }
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        enter();
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        name = xml.getLocalName();
                        opening = false;
                        return true;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> takeText();
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw LedgerException.invalid(
                                "file",
                                "document_type",
                                "The file has a document type or an entity of its own (line " + line()
                                        + "), which no bank's statement has and which is not followed.");
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw broken(e, line());
        }
    }

    private void enter() {
        if (starts.size() == DEEPEST) {
            throw LedgerException.invalid(
                    "file", "too_deep", "The file nests its elements deeper than any statement (line " + line() + ").");
        }
        name = xml.getLocalName();
        starts.push(path.length());
        path.append('/').append(name);
        String attribute = xml.getAttributeValue(null, "Ccy");
        currency = attribute == null ? "" : attribute;
        text.setLength(0);
        opening = true;
    }

    private void leave() {
        path.setLength(starts.pop());
        text.setLength(0);
        name = "";
    }

    private void takeText() {
        int room = Math.min(LONGEST_TEXT - text.length(), xml.getTextLength());
        if (room > 0) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), room);
        }
    }

    /** Returns whether an element begins here; else it ends here, with its text known. */
    boolean isBegin() {
        return opening;
    }

    /** Returns the local name of the element. */
    String name() {
        return name;
    }

    /** Returns the text directly in the element that ends here, without blanks around it. */
    String text() {
        return text.toString().strip();
    }

    /** Returns the element's attribute {@code Ccy}, or an empty text. */
    String currency() {
        return currency;
    }

    /** Returns the path to the element from one that is open: {@code "Refs/TxId"} from {@code TxDtls}. */
    String pathFrom(String ancestor) {
        String marker = "/" + ancestor + "/";
        int at = path.lastIndexOf(marker);
        return at < 0 ? "" : path.substring(at + marker.length());
    }

    /** Returns the line of the file, from 1. */
    int line() {
        return linesBefore + Math.max(xml.getLocation().getLineNumber(), 1);
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static LedgerException broken(XMLStreamException e, int line) throws IOException {
        Optional<Throwable> cause = Optional.ofNullable(e.getNestedException());
        if (cause.isPresent() && cause.get() instanceof IOException io) {
            throw io;
        }
        return new LedgerException(
                Reason.INVALID,
                "The file is no well-formed XML at line " + line + "; it may be cut off or damaged.",
                e);
    }
}
