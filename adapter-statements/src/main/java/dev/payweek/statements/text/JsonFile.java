package dev.payweek.statements.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.payweek.refusal.LedgerException;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.HashSet;
import java.util.Set;

/**
 * A file that is one JSON object, read by Jackson's stream parser: member by member, nothing built, nothing rounded.
 *
 * <pre>{@code
 * try (JsonFile json = JsonFile.ofBank(new StringReader("{\"amount\": -4.50, \"more\": [1, 2]}"))) {
 *     json.read(name -> {
 *         if (name.equals("amount")) {
 *             amount = json.scalar();        // "-4.50"
 *         }
 *     });                                    // what is not read is passed over
 * }
 * }</pre>
 *
 * Depth, texts, numbers and members of an object are bounded; a member that comes twice in an object is refused. Not
 * safe for use by several threads.
 */
public final class JsonFile implements Closeable {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 1_000;
    private static final int LONGEST_NAME = 8_192;
    private static final int MOST_MEMBERS = 1_000;

    /** SimpleFIN's own examples have commas after the last member, and servers break lines within texts. */
    private static final JsonFactory BANKS = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(constraints(1 << 20))
            .build();

    /** One change of a ledger is one text, so that its bound is far off. */
    private static final JsonFactory OURS = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(constraints(1 << 24))
            .build();

    private final JsonParser parser;

    private JsonFile(JsonParser parser) {
        this.parser = parser;
    }

    /** Returns the JSON of a bank, to be read once; closing it closes the reader. */
    public static JsonFile ofBank(Reader reader) throws IOException {
        return new JsonFile(BANKS.createParser(reader));
    }

    /** Returns JSON as {@link #writer} writes it, to be read once; closing it closes the reader. */
    public static JsonFile ofOurs(Reader reader) throws IOException {
        return new JsonFile(OURS.createParser(reader));
    }

    /**
     * Returns a generator to be closed. The writer beneath stays open, and a file that breaks off is not made to look
     * whole.
     */
    public static JsonGenerator writer(Writer out) throws IOException {
        return OURS.createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
    }

    private static StreamReadConstraints constraints(int longestText) {
        return StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(LONGEST_NUMBER)
                .maxNameLength(LONGEST_NAME)
                .maxStringLength(longestText)
                .build();
    }

    /** Reads the value of a member, or passes over it by doing nothing. */
    @FunctionalInterface
    public interface Member {
        /** Called at the member's value. */
        void read(String name) throws IOException;
    }

    /** Reads one value of a list, or passes over it by doing nothing. */
    @FunctionalInterface
    public interface Element {
        /** Called at the value. */
        void read() throws IOException;
    }

    /**
     * Reads the whole file, which is one object.
     *
     * @throws LedgerException if it is no JSON object, or something follows it
     */
    public void read(Member member) throws IOException {
        readAll(() -> members(member));
    }

    /**
     * Reads the whole file, which is one list.
     *
     * @throws LedgerException if it is no JSON list, or something follows it
     */
    public void readList(Element element) throws IOException {
        readAll(() -> elements(element));
    }

    private void readAll(Element whole) throws IOException {
        try {
            parser.nextToken();
            whole.read();
            if (parser.nextToken() != null) {
                throw broken("it goes on after its end");
            }
        } catch (StreamConstraintsException e) {
            throw broken("it nests deeper, or has a longer text, than any such file");
        } catch (JsonEOFException e) {
            throw broken("it ends too early; it may be cut off");
        } catch (JsonProcessingException e) {
            throw broken(e.getOriginalMessage());
        }
    }

    /** Reads the object that the parser is at. */
    public void members(Member member) throws IOException {
        require(isObject(), "{");
        Set<String> names = new HashSet<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (!names.add(name)) {
                throw broken("\"" + name + "\" comes twice");
            }
            if (names.size() > MOST_MEMBERS) {
                throw broken("an object has more than " + MOST_MEMBERS + " members");
            }
            parser.nextToken();
            member.read(name);
            parser.skipChildren();
        }
    }

    /** Reads the list that the parser is at. */
    public void elements(Element element) throws IOException {
        require(isList(), "[");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.read();
            parser.skipChildren();
        }
    }

    /**
     * Returns the text, number, true or false that the parser is at, as it is written; {@code null} is an empty text.
     *
     * @throws LedgerException if it is an object or list
     */
    public String scalar() throws IOException {
        if (!isScalar()) {
            throw broken("it has a list or an object where one value is expected");
        }
        return parser.hasToken(JsonToken.VALUE_NULL) ? "" : parser.getText();
    }

    /** Whether the parser is at an object. */
    public boolean isObject() {
        return parser.hasToken(JsonToken.START_OBJECT);
    }

    /** Whether the parser is at a list. */
    public boolean isList() {
        return parser.hasToken(JsonToken.START_ARRAY);
    }

    /** Whether the parser is at a text, a number, true, false or null. */
    public boolean isScalar() {
        return !isObject() && !isList();
    }

    /** Returns the line of the value that the parser is at, from 1. */
    public int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private void require(boolean there, String bracket) {
        if (!there) {
            throw broken("it lacks a " + bracket);
        }
    }

    private LedgerException broken(String how) {
        int line = parser.currentLocation().getLineNr();
        return LedgerException.invalid("file", "bad_json", "The file is no JSON: at line " + line + ": " + how + ".");
    }
}
