package dev.payweek.spreadsheets;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes through the elements of a part of a workbook by their local names, opening no other file for it. */
final class XmlPart implements Closeable {

    private static final int LONGEST_TEXT = 1 << 15;
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader xml;
    private boolean opening;

    XmlPart(InputStream in) throws IOException {
        this.in = in;
        try {
            xml = FACTORY.createXMLStreamReader(characters(in));
        } catch (XMLStreamException e) {
            in.close();
            throw BrokenWorkbook.because(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("no other file is ever opened");
        });
        return factory;
    }

    /** Parts are UTF-8 or, with a mark before them, UTF-16; a byte that does not fit is one character lost. */
    private static Reader characters(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(3);
        int first = buffered.read();
        int second = buffered.read();
        if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
            buffered.reset();
            return new InputStreamReader(buffered, StandardCharsets.UTF_16);
        }
        if (first != 0xEF || second != 0xBB || buffered.read() != 0xBF) {
            buffered.reset();
        }
        return new InputStreamReader(buffered, StandardCharsets.UTF_8);
    }

    /** Goes to the next begin or end of an element; returns whether there was one. */
    boolean next() throws IOException {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    opening = event == XMLStreamConstants.START_ELEMENT;
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw BrokenWorkbook.because(e);
        }
    }

    /** Goes to the next begin of an element; returns whether there was one. */
    boolean nextBegin() throws IOException {
        boolean any = next();
        while (any && !opening) {
            any = next();
        }
        return any;
    }

    boolean begins(String name) {
        return opening && xml.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return !opening && xml.getLocalName().equals(name);
    }

    /** Returns an attribute of the element that begins here, whatever its namespace; nothing if it has none. */
    Optional<String> attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** Returns a number of the element that begins here; the other one if it has none. */
    int number(String name, int otherwise) {
        return attribute(name)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    /** Returns the text of the element that begins here and goes to its end. */
    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        try {
            while (depth > 0 && xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        String more = xml.getText();
                        text.append(more, 0, Math.min(more.length(), LONGEST_TEXT - text.length()));
                    }
                    default -> {
                        // Comments and the like say nothing.
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw BrokenWorkbook.because(e);
        }
        opening = false;
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw BrokenWorkbook.because(e);
        } finally {
            in.close();
        }
    }
}
